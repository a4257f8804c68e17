package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Parsed.Value;
import dev.goodgate.gateway.config.Parsed.Wrong;
import java.nio.charset.StandardCharsets;

/// Judges addresses to listen on and to dial.
final class Addresses {
    private static final String LISTEN =
            "an address such as 127.0.0.1:8080, [::1]:8080 or unix:/run/goodgate.sock";
    private static final String ENDPOINT =
            "an endpoint such as http://127.0.0.1:3000 or unix:/run/app.sock";

    /// `sockaddr_un` holds 108 octets with the closing NUL.
    private static final int UNIX_PATH_OCTETS = 107;

    private Addresses() {}

    static Parsed listen(String text) {
        if (text.startsWith("unix:")) {
            return unix(text, LISTEN);
        }
        return isHostPort(text, 0) ? new Value(text) : new Wrong(LISTEN, listenHint(text));
    }

    static Parsed endpoint(String text) {
        if (text.startsWith("unix:")) {
            return unix(text, ENDPOINT);
        }
        String rest = text.substring(text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3);
        if (text.startsWith("https://")) {
            return new Wrong("an http:// endpoint", "TLS upstreams are not there yet");
        }
        boolean good = isHostPort(rest, 1) || Hosts.isHost(rest);
        if (text.startsWith("http://") && good) {
            return new Value(text);
        }
        String bare = rest.replaceFirst("^[^/@]*@", "").replaceFirst("[/?#].*$", "");
        boolean near = isHostPort(bare, 1) || (Hosts.isHost(bare) && bare.matches(".*[.\\]].*"));
        return new Wrong(ENDPOINT, near ? "write http://" + bare : "");
    }

    static Parsed nameServer(String text) {
        int colon = text.lastIndexOf(':');
        boolean port = colon > 0 && isPort(text.substring(colon + 1), 1);
        boolean good = isIp(text) || (port && isIp(text.substring(0, colon)));
        return good
                ? new Value(text)
                : new Wrong("an address such as 127.0.0.1, 127.0.0.1:53 or [::1]:53", "");
    }

    static Parsed network(String text) {
        try {
            Network.of(text);
            return new Value(text);
        } catch (IllegalArgumentException e) {
            return new Wrong("a network such as 10.0.0.0/8 or fd00::/8", Network.hint(text));
        }
    }

    /// `host:port` or `[v6]:port` with a port from `least` to 65535.
    static boolean isHostPort(String text, int least) {
        int colon = text.lastIndexOf(':');
        return colon > 0
                && isPort(text.substring(colon + 1), least)
                && Hosts.isHost(text.substring(0, colon));
    }

    static boolean isPort(String text, int least) {
        return text.matches("0|[1-9][0-9]{0,4}")
                && Integer.parseInt(text) >= least
                && Integer.parseInt(text) <= 65535;
    }

    private static boolean isIp(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        return Hosts.isV4(text)
                || Hosts.isV6(text)
                || (bracketed && Hosts.isV6(text.substring(1, text.length() - 1)));
    }

    private static Parsed unix(String text, String expected) {
        String path = text.substring("unix:".length());
        if (!path.startsWith("/") || path.length() < 2 || path.indexOf('\0') >= 0) {
            return new Wrong(expected, "the path of a socket begins with /");
        }
        return path.getBytes(StandardCharsets.UTF_8).length > UNIX_PATH_OCTETS
                ? new Wrong("a socket path of at most " + UNIX_PATH_OCTETS + " octets", "")
                : new Value(text);
    }

    private static String listenHint(String text) {
        String bare = text.replaceFirst("^[a-z]+://", "").replaceFirst("/+$", "");
        if (isPort(bare, 0)) {
            return "write 127.0.0.1:" + bare;
        }
        if (bare.matches("\\*?:[0-9]+") && isPort(bare.substring(bare.indexOf(':') + 1), 0)) {
            return "write 0.0.0.0" + bare.substring(bare.indexOf(':'));
        }
        int colon = bare.lastIndexOf(':');
        if (colon > 0
                && Hosts.isV6(bare.substring(0, colon))
                && isPort(bare.substring(colon + 1), 0)) {
            return "write [" + bare.substring(0, colon) + "]" + bare.substring(colon);
        }
        if (colon > 0 && bare.substring(colon + 1).matches("[0-9]+")) {
            return isHostPort(bare, 0) ? "write " + bare : "a port is a number from 0 to 65535";
        }
        return Hosts.isHost(bare) ? "write " + bare + ":8080" : "";
    }
}
