package dev.goodgate.gateway.record;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Socket addresses as text: `192.0.2.1:80`, `[2001:db8::1]:80` (RFC 5952), `unix:/path`.
final class Addresses {
    private Addresses() {}

    /// Empty for no address.
    static String text(@Nullable SocketAddress address) {
        if (address == null) return "";
        if (address instanceof InetSocketAddress inet) {
            InetAddress ip = inet.getAddress();
            String host = ip == null ? inet.getHostString() : text(ip);
            return host + ":" + inet.getPort();
        }
        String path = address.toString();
        return path.startsWith("unix:") ? path : "unix:" + path;
    }

    private static String text(InetAddress ip) {
        return ip instanceof Inet6Address six ? "[" + text(six) + "]" : ip.getHostAddress();
    }

    private static String text(Inet6Address ip) {
        byte[] octets = ip.getAddress();
        int[] words = new int[8];
        for (int i = 0; i < 8; i++) {
            words[i] = ((octets[2 * i] & 0xff) << 8) | (octets[2 * i + 1] & 0xff);
        }
        int from = 8;
        int to = 8;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && words[end] == 0) end++;
            if (end - i > Math.max(1, to - from)) {
                from = i;
                to = end;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i >= from && i < to) {
                if (i == from) text.append("::");
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') text.append(':');
            text.append(Integer.toHexString(words[i]));
        }
        return text.toString();
    }
}
