package dev.goodgate.gateway.policy;

import java.nio.charset.StandardCharsets;

/// Field names a client may not use to speak for a proxy, besides the known ones: `Proxy-*`,
/// `X-Client-Cert*`, `X-Forwarded-*`, and names that turn into framing or forwarding fields when an
/// application reads `_` as `-`.
public final class Claims {
    private static final byte[] PROXY = ascii("proxy-");
    private static final byte[] CERTIFICATE = ascii("x-client-cert");
    private static final byte[] FORWARDED = ascii("x-forwarded-");
    private static final byte[][] ALIASES = {
        ascii("host"),
        ascii("content-length"),
        ascii("transfer-encoding"),
        ascii("forwarded"),
        ascii("x-real-ip")
    };

    private Claims() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether a field of that unknown name stays behind. `trusted`: the peer may speak for the
    /// client.
    public static boolean forbidden(byte[] octets, int from, int to, boolean trusted) {
        int first = octets[from] | 0x20;
        if (first == 'p' && starts(octets, from, to, PROXY, false)) return true;
        if (first == 'x' && starts(octets, from, to, CERTIFICATE, false)) return true;
        if (first == 'x' && !trusted && starts(octets, from, to, FORWARDED, false)) return true;
        return underscored(octets, from, to) && alias(octets, from, to);
    }

    private static boolean underscored(byte[] octets, int from, int to) {
        for (int i = from; i < to; i++) {
            if (octets[i] == '_') return true;
        }
        return false;
    }

    private static boolean alias(byte[] octets, int from, int to) {
        if (starts(octets, from, to, FORWARDED, true)) return true;
        for (byte[] each : ALIASES) {
            if (to - from == each.length && starts(octets, from, to, each, true)) return true;
        }
        return false;
    }

    private static boolean starts(
            byte[] octets, int from, int to, byte[] lower, boolean underscoresToo) {
        if (to - from < lower.length) return false;
        for (int i = 0; i < lower.length; i++) {
            int octet = octets[from + i];
            if (octet == '_' && underscoresToo) octet = '-';
            if (octet >= 'A' && octet <= 'Z') octet |= 0x20;
            if (octet != lower[i]) return false;
        }
        return true;
    }
}
