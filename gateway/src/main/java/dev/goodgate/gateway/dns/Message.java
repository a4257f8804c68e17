package dev.goodgate.gateway.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// The DNS message format (RFC 1035 section 4, EDNS of RFC 6891), as far as addresses need it.
///
/// Names are handled in wire form (length octets and labels, lower case, root at the end) in an
/// ISO-8859-1 string. Reading never throws: compression pointers must lead strictly backwards, so a
/// loop ends at its first step.
final class Message {
    static final int A = 1;
    static final int AAAA = 28;

    private static final int CNAME = 5;
    private static final int SOA = 6;
    private static final int OPT = 41;
    private static final int EXTENDED_ERROR = 15;
    private static final int HEADER = 12;
    private static final int PAYLOAD = 1232;
    private static final int MAX_NAME = 255;
    private static final int MAX_CHAIN = 16;

    private final ByteBuf in;
    private final int start;
    private final int keep;
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, List<InetAddress>> addresses = new HashMap<>();
    private long ttl = Integer.MAX_VALUE;
    private boolean soa;
    private int rcode;
    private OptionalInt infoCode = OptionalInt.empty();

    private Message(ByteBuf in, int keep) {
        this.in = in;
        this.start = in.readerIndex();
        this.keep = keep;
    }

    /// The wire form of a name of letters, digits and dots; empty when it cannot be a name (a label
    /// of 0 or more than 63 octets, more than 253 in all).
    static String wire(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.isEmpty() || name.length() > 253) return "";
        StringBuilder wire = new StringBuilder(name.length() + 2);
        for (String label : name.toLowerCase(Locale.ROOT).split("\\.", -1)) {
            if (label.isEmpty() || label.length() > 63) return "";
            for (int i = 0; i < label.length(); i++) {
                if (label.charAt(i) <= ' ' || label.charAt(i) > '~') return "";
            }
            wire.append((char) label.length()).append(label);
        }
        return wire.append('\0').toString();
    }

    /// A question for one name and type; recursion desired. The caller owns the buffer.
    static ByteBuf question(ByteBufAllocator alloc, int id, String wire, int type, boolean edns) {
        ByteBuf out = alloc.buffer(HEADER + wire.length() + 15);
        out.writeShort(id).writeShort(0x0100).writeShort(1).writeInt(0).writeShort(edns ? 1 : 0);
        out.writeCharSequence(wire, StandardCharsets.ISO_8859_1);
        out.writeShort(type).writeShort(1);
        if (edns) out.writeByte(0).writeShort(OPT).writeShort(PAYLOAD).writeInt(0).writeShort(0);
        return out;
    }

    /// What the octets of `in` say to that question; at most `keep` addresses are kept. The buffer
    /// stays the caller's.
    static Reply read(ByteBuf in, int id, String wire, int type, int keep) {
        if (in.readableBytes() < HEADER) return new Reply.Foreign();
        return new Message(in, keep).read(id, wire, type);
    }

    private Reply read(int id, String wire, int type) {
        int flags = in.getUnsignedShort(start + 2);
        if (in.getUnsignedShort(start) != id || (flags & 0xF800) != 0x8000) {
            return new Reply.Foreign();
        }
        rcode = flags & 15;
        if (in.getUnsignedShort(start + 4) == 0 && rcode != 0) {
            return new Reply.Read(rcode, List.of(), 0, "", false, infoCode);
        }
        StringBuilder name = new StringBuilder();
        int at = name(start + HEADER, name);
        if (in.getUnsignedShort(start + 4) != 1 || at < 0 || at + 4 > in.writerIndex()) {
            return new Reply.Malformed("unreadable question");
        }
        if (!name.toString().equals(wire)
                || in.getUnsignedShort(at) != type
                || in.getUnsignedShort(at + 2) != 1) return new Reply.Foreign();
        if ((flags & 0x0200) != 0) return new Reply.Truncated();
        return records(at + 4, type) ? chain(wire) : new Reply.Malformed("unreadable record");
    }

    private boolean records(int from, int type) {
        int at = from;
        for (int section = 0; section < 3; section++) {
            int count = in.getUnsignedShort(start + 6 + 2 * section);
            for (int i = 0; i < count; i++) {
                at = record(at, section, type);
                if (at < 0) return false;
            }
        }
        return true;
    }

    /// Reads the record at `at`; the offset after it, or -1.
    private int record(int at, int section, int wanted) {
        StringBuilder owner = new StringBuilder();
        int fixed = name(at, owner);
        if (fixed < 0 || fixed + 10 > in.writerIndex()) return -1;
        int type = in.getUnsignedShort(fixed);
        int data = fixed + 10;
        int end = data + in.getUnsignedShort(fixed + 8);
        if (end > in.writerIndex()) return -1;
        if (section == 1 && type == SOA) soa = true;
        if (section == 2 && type == OPT) extended(fixed, data, end);
        if (section != 0 || (type != wanted && type != CNAME)) return end;
        ttl = Math.min(ttl, Math.max(0, in.getInt(fixed + 4)));
        if (type == CNAME) {
            StringBuilder target = new StringBuilder();
            if (name(data, target) != end) return -1;
            aliases.putIfAbsent(owner.toString(), target.toString());
            return end;
        }
        return address(owner.toString(), data, end, wanted) ? end : -1;
    }

    private boolean address(String owner, int data, int end, int wanted) {
        byte[] octets = new byte[end - data];
        if (octets.length != (wanted == A ? 4 : 16)) return false;
        in.getBytes(data, octets);
        List<InetAddress> of = addresses.computeIfAbsent(owner, _ -> new ArrayList<>());
        try {
            InetAddress address = InetAddress.getByAddress(octets);
            if (of.size() < keep && !of.contains(address)) of.add(address);
            return true;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// The rcode's upper octet and the extended error of RFC 8914.
    private void extended(int fixed, int data, int end) {
        rcode |= in.getUnsignedByte(fixed + 4) << 4;
        for (int at = data; at + 4 <= end; at += 4 + in.getUnsignedShort(at + 2)) {
            if (in.getUnsignedShort(at) == EXTENDED_ERROR && at + 6 <= end) {
                infoCode = OptionalInt.of(in.getUnsignedShort(at + 4));
            }
        }
    }

    private Reply chain(String wire) {
        String name = wire;
        for (int steps = 0; aliases.containsKey(name); steps++) {
            if (steps == MAX_CHAIN) return new Reply.Malformed("alias loop");
            name = aliases.getOrDefault(name, name);
        }
        List<InetAddress> found = addresses.getOrDefault(name, List.of());
        String alias = found.isEmpty() && !name.equals(wire) ? name : "";
        return new Reply.Read(rcode, found, ttl, alias, soa, infoCode);
    }

    /// Appends the name at `at` in lower-case wire form; the offset after it there, or -1.
    private int name(int from, StringBuilder to) {
        int at = from;
        int end = -1;
        int floor = from;
        while (at < in.writerIndex()) {
            int length = in.getUnsignedByte(at);
            if (length >= 0xC0) {
                if (at + 2 > in.writerIndex()) return -1;
                if (end < 0) end = at + 2;
                at = start + (in.getUnsignedShort(at) & 0x3FFF);
                if (at >= floor) return -1;
                floor = at;
            } else if (length > 63 || at + 1 + length > in.writerIndex()) {
                return -1;
            } else {
                to.append((char) length);
                for (int i = at + 1; i <= at + length; i++) to.append(lower(in.getByte(i)));
                if (to.length() > MAX_NAME) return -1;
                at += 1 + length;
                if (length == 0) return end < 0 ? at : end;
            }
        }
        return -1;
    }

    private static char lower(byte octet) {
        return (char) (octet >= 'A' && octet <= 'Z' ? octet + 32 : octet & 0xFF);
    }
}
