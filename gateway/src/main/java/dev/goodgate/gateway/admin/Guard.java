package dev.goodgate.gateway.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who may use the admin listener. A browser must not be led here by a foreign name (DNS
/// rebinding), nor made to post by a foreign page; away from loopback a token is needed. Any
/// thread.
final class Guard {
    private final Set<String> hosts = new HashSet<>();
    private final byte[] token;

    /// Answers to loopback names and those `hosts`; asks for the token unless it is empty.
    Guard(List<String> hosts, String token) {
        for (String host : hosts) this.hosts.add(host.toLowerCase(Locale.ROOT));
        this.token = token.getBytes(UTF_8);
    }

    /// Why that request is refused, empty when it is not.
    Optional<Reply> refuse(URI target, Headers fields) {
        List<String> host = fields.getOrDefault("Host", List.of());
        if (host.size() != 1 || !known(nameOf(host.getFirst()))) {
            return Optional.of(wrongHost());
        }
        if (target.getRawAuthority() != null && !known(nameOf(target.getRawAuthority()))) {
            return Optional.of(wrongHost());
        }
        return authorized(fields) ? Optional.empty() : Optional.of(unauthorized());
    }

    /// Why that POST is refused, empty when it is not.
    Optional<Reply> refusePost(Headers fields) {
        String host = fields.getFirst("Host");
        for (String origin : fields.getOrDefault("Origin", List.of())) {
            if (!origin.equalsIgnoreCase("http://" + host)
                    && !origin.equalsIgnoreCase("https://" + host)) {
                return Optional.of(foreignOrigin());
            }
        }
        String type = fields.getOrDefault("Content-Type", List.of("")).getFirst();
        String media = type.split(";", 2)[0].strip();
        return media.equalsIgnoreCase("application/json")
                ? Optional.empty()
                : Optional.of(wrongType());
    }

    private boolean known(String name) {
        if (name.equals("localhost") || name.endsWith(".localhost")) return true;
        return hosts.contains(name) || isLoopbackLiteral(name);
    }

    private static boolean isLoopbackLiteral(String name) {
        try {
            return InetAddress.ofLiteral(name).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// `localhost` of `LocalHost:9900`, `::1` of `[::1]:9900`.
    static String nameOf(String authority) {
        String name = authority.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            int end = name.indexOf(']');
            return end < 0 ? "" : name.substring(1, end);
        }
        int port = name.lastIndexOf(':');
        return port < 0 ? name : name.substring(0, port);
    }

    private boolean authorized(Headers fields) {
        if (token.length == 0) return true;
        List<String> given = fields.getOrDefault("Authorization", List.of());
        if (given.size() != 1) return false;
        String credentials = given.getFirst();
        if (!credentials.regionMatches(true, 0, "Bearer ", 0, 7)) return false;
        return MessageDigest.isEqual(token, credentials.substring(7).strip().getBytes(UTF_8));
    }

    private static Reply wrongHost() {
        return Reply.problem(
                Problem.of(
                        421,
                        "wrong-host",
                        "Not a name of this listener",
                        "The admin listener answers to loopback names such as localhost and"
                                + " 127.0.0.1, and to those under admin.hosts in the"
                                + " configuration. Ask by one of these, or add yours there."));
    }

    private static Reply unauthorized() {
        return Reply.problem(
                        Problem.of(
                                401,
                                "token-needed",
                                "A token is needed",
                                "Send the field \"Authorization: Bearer TOKEN\" with the token"
                                        + " under admin.token in the configuration."))
                .with("WWW-Authenticate", "Bearer realm=\"goodgate admin\"");
    }

    private static Reply foreignOrigin() {
        return Reply.problem(
                Problem.of(
                        403,
                        "foreign-origin",
                        "Another site asked for this",
                        "The request carries the Origin of another site. Only pages of this"
                                + " listener and programs may post here."));
    }

    private static Reply wrongType() {
        return Reply.problem(
                Problem.of(
                        415,
                        "json-only",
                        "Only JSON is taken",
                        "Send the field \"Content-Type: application/json\"; the body may be"
                                + " empty."));
    }
}
