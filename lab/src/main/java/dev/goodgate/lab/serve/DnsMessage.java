package dev.goodgate.lab.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/// Replies of the lab's name server, octet by octet (RFC 1035 section 4). Only what the faults
/// need.
final class DnsMessage {
    static final int TYPE_A = 1;
    static final int TYPE_CNAME = 5;
    static final int TYPE_AAAA = 28;
    private static final int RESPONSE = 0x8180; // QR, RD, RA
    private static final int TRUNCATED = 0x0200;
    private static final int HEADER = 12;
    private static final int CLASS_IN = 1;

    private DnsMessage() {}

    /// A question as it arrived: id, name in lower case, type, and its octets.
    record Question(int id, String name, int type, String octets) {}

    /// Reads the first question of a query. Throws IndexOutOfBoundsException when it is cut.
    static Question question(byte[] query) {
        var name = new StringBuilder();
        int at = HEADER;
        while (query[at] != 0) {
            int length = query[at] & 0xff;
            if (!name.isEmpty()) {
                name.append('.');
            }
            name.append(new String(query, at + 1, length, ISO_8859_1));
            at += length + 1;
        }
        String octets = new String(query, HEADER, at + 5 - HEADER, ISO_8859_1);
        int type = (query[at + 1] & 0xff) << 8 | (query[at + 2] & 0xff);
        int id = (query[0] & 0xff) << 8 | (query[1] & 0xff);
        return new Question(id, name.toString().toLowerCase(Locale.ROOT), type, octets);
    }

    /// Only a response code.
    static byte[] code(Question question, int rcode) {
        return header(question, RESPONSE | rcode, 0).toByteArray();
    }

    /// An empty answer with the truncation bit.
    static byte[] truncated(Question question) {
        return header(question, RESPONSE | TRUNCATED, 0).toByteArray();
    }

    /// Those of the addresses that are of the family asked for.
    static byte[] addresses(Question question, List<String> literals, int ttl) {
        var fitting =
                literals.stream()
                        .map(literal -> InetAddress.ofLiteral(literal).getAddress())
                        .filter(a -> a.length == (question.type() == TYPE_AAAA ? 16 : 4))
                        .filter(_ -> question.type() == TYPE_A || question.type() == TYPE_AAAA)
                        .toList();
        var out = header(question, RESPONSE, fitting.size());
        for (byte[] address : fitting) {
            record(out, question.type(), ttl, address);
        }
        return out.toByteArray();
    }

    /// The name is an alias of `loop.<name>`, which is an alias of the name.
    static byte[] aliasLoop(Question question) {
        var out = header(question, RESPONSE, 2);
        byte[] there = {4, 'l', 'o', 'o', 'p', (byte) 0xc0, HEADER};
        record(out, TYPE_CNAME, 1, there);
        out.writeBytes(there);
        fields(out, TYPE_CNAME, 1, new byte[] {(byte) 0xc0, HEADER});
        return out.toByteArray();
    }

    /// A record whose name is a compression pointer to itself.
    static byte[] malformed(Question question) {
        var out = header(question, RESPONSE, 1);
        int here = out.size();
        out.write(0xc0 | here >> 8);
        out.write(here);
        fields(out, question.type(), 1, new byte[] {127, 0, 0, 1});
        return out.toByteArray();
    }

    /// The same reply with another id.
    static byte[] wrongId(byte[] reply, int salt) {
        byte[] changed = reply.clone();
        changed[0] ^= (byte) (1 + salt % 255);
        return changed;
    }

    /// The same reply for another name.
    static byte[] wrongQuestion(byte[] reply) {
        byte[] changed = reply.clone();
        changed[HEADER + 1] = (byte) (changed[HEADER + 1] == 'x' ? 'y' : 'x');
        return changed;
    }

    private static ByteArrayOutputStream header(Question question, int flags, int answers) {
        var out = new ByteArrayOutputStream();
        short16(out, question.id());
        short16(out, flags);
        short16(out, 1);
        short16(out, answers);
        short16(out, 0);
        short16(out, 0);
        out.writeBytes(question.octets().getBytes(ISO_8859_1));
        return out;
    }

    private static void record(ByteArrayOutputStream out, int type, int ttl, byte[] data) {
        out.write(0xc0);
        out.write(HEADER);
        fields(out, type, ttl, data);
    }

    private static void fields(ByteArrayOutputStream out, int type, int ttl, byte[] data) {
        short16(out, type);
        short16(out, CLASS_IN);
        short16(out, ttl >>> 16);
        short16(out, ttl);
        short16(out, data.length);
        out.writeBytes(data);
    }

    private static void short16(ByteArrayOutputStream out, int value) {
        out.write(value >>> 8);
        out.write(value);
    }
}
