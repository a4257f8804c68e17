package dev.goodgate.gateway.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;

/// A network in CIDR form, such as `10.0.0.0/8` or `fe80::/10`. Immutable; safe for all threads.
public final class Network {
    private final byte[] first;
    private final int prefix;

    private Network(byte[] first, int prefix) {
        this.first = first;
        this.prefix = prefix;
    }

    /// The network written as `text`. Throws IllegalArgumentException when it is none, or when
    /// octets behind the prefix are set.
    public static Network of(String text) {
        int slash = text.indexOf('/');
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        if (slash < 0 || !bits.matches("0|[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("network: " + text + " (expected: address/bits)");
        }
        byte[] address = address(text.substring(0, slash));
        int prefix = Integer.parseInt(bits);
        if (prefix > address.length * 8 || !Arrays.equals(address, masked(address, prefix))) {
            throw new IllegalArgumentException(
                    "network: " + text + " (expected: its first address)");
        }
        return new Network(address, prefix);
    }

    /// Whether `address` lies in this network. An IPv4 address inside IPv6 (`::ffff:a.b.c.d`)
    /// counts as IPv4.
    public boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        if (octets.length != first.length) {
            return false;
        }
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (octets[i] != first[i]) {
                return false;
            }
        }
        int rest = prefix % 8;
        return rest == 0 || ((octets[whole] ^ first[whole]) & 0xff) >> (8 - rest) == 0;
    }

    /// The network as it is written.
    @Override
    public String toString() {
        return text(first) + "/" + prefix;
    }

    /// What was probably meant by a text that is no network; empty when nothing is near.
    static String hint(String text) {
        int slash = text.indexOf('/');
        try {
            byte[] address = address(slash < 0 ? text : text.substring(0, slash));
            String bits =
                    slash < 0 ? Integer.toString(address.length * 8) : text.substring(slash + 1);
            int prefix = bits.matches("[0-9]{1,3}") ? Integer.parseInt(bits) : 999;
            return prefix > address.length * 8
                    ? "the prefix is a number from 0 to " + address.length * 8
                    : "write " + text(masked(address, prefix)) + "/" + prefix;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static byte[] address(String text) {
        if (!Hosts.isV4(text) && !Hosts.isV6(text)) {
            throw new IllegalArgumentException("address: " + text.toLowerCase(Locale.ROOT));
        }
        return InetAddress.ofLiteral(text).getAddress();
    }

    private static byte[] masked(byte[] address, int prefix) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int bits = Math.clamp(prefix - 8L * i, 0, 8);
            masked[i] = (byte) (address[i] & (0xff00 >> bits));
        }
        return masked;
    }

    private static String text(byte[] address) {
        try {
            String text = InetAddress.getByAddress(address).getHostAddress();
            return text.contains(":") ? shortened(text) : text;
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `fe80:0:0:0:0:0:0:0` as `fe80::` (RFC 5952 for the zeros at the end, where networks have
    /// them).
    private static String shortened(String text) {
        String cut = text.replaceFirst("(:0)+$", "::");
        return cut.equals("0::") ? "::" : cut;
    }
}
