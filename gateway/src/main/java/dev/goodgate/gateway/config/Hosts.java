package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Parsed.Value;
import dev.goodgate.gateway.config.Parsed.Wrong;
import java.net.InetAddress;

/// Judges host names and addresses.
final class Hosts {
    private static final String NAME =
            "(?=.{1,253}\\z)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
                    + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\\.?";

    private Hosts() {}

    static Parsed name(String text) {
        return isHost(text)
                ? new Value(text)
                : new Wrong("a host name such as good.test", hint(text));
    }

    static Parsed pattern(String text) {
        boolean wild = text.startsWith("*.");
        if (isHost(text) || (wild && text.substring(2).matches(NAME))) {
            return new Value(text);
        }
        String hint = text.equals("*") ? "leave hosts out to take every host" : hint(text);
        return new Wrong("a host name such as good.test or *.good.test", hint);
    }

    static Parsed authority(String text) {
        int colon = text.lastIndexOf(':');
        boolean port = colon > 0 && Addresses.isPort(text.substring(colon + 1), 1);
        return isHost(text) || (port && isHost(text.substring(0, colon)))
                ? new Value(text)
                : new Wrong("a host such as good.test or good.test:8080", hint(text));
    }

    /// A name, an IPv4 address, or an IPv6 address in brackets.
    static boolean isHost(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            return isV6(text.substring(1, text.length() - 1));
        }
        return isV4(text) || (text.matches(NAME) && !text.matches("[0-9.]+"));
    }

    static boolean isV4(String text) {
        String number = "(0|1[0-9]{0,2}|2[0-4]?[0-9]|25[0-5]|[1-9][0-9]?)";
        return text.matches(number + "(\\." + number + "){3}");
    }

    static boolean isV6(String text) {
        if (!text.contains(":") || !text.matches("[0-9A-Fa-f:.]{2,45}")) {
            return false;
        }
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String hint(String text) {
        String bare = text.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
        if (isV6(bare)) {
            return "write [" + bare + "]";
        }
        String host = bare.replaceFirst(":[0-9]+$", "");
        boolean near = !host.equals(text) && (isHost(host) || host.matches("\\*\\." + NAME));
        return near ? "write " + host : "";
    }
}
