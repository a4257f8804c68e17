package dev.goodgate.logs.dialect;

/// Whom a message of a Go, Node, Python or Java program says it dialled.
final class Peer {
    private Peer() {}

    /// The address in `dial tcp 10.0.0.1:80: ...`, `read tcp A->B: ...`, `dial tcp: lookup name
    /// ...`, `connect ECONNREFUSED 10.0.0.1:80`; empty where there is none.
    static String in(String message) {
        int dial = message.indexOf("dial ");
        if (dial >= 0) {
            String address = dialled(message, dial + 5);
            if (!address.isEmpty()) return address;
        }
        int arrow = message.indexOf("->");
        if (arrow > 0 && (message.contains("read tcp") || message.contains("write tcp"))) {
            return address(message, arrow + 2);
        }
        int connect = message.indexOf("connect E");
        if (connect < 0) return other(message);
        int word = message.indexOf(' ', connect + 8);
        return word < 0 ? "" : address(message, word + 1);
    }

    /// The clients of databases and caches.
    private static String other(String message) {
        int from = after(message, "getaddrinfo ENOTFOUND ");
        if (from >= 0) return address(message, from);
        from = after(message, " connecting to ");
        if (from >= 0 && message.contains("Error ")) return address(message, from);
        from = after(message, "connect to MySQL server on '");
        if (from >= 0) return address(message, from);
        from = after(message, "onnection to server at \"");
        if (from < 0) from = after(message, "server running on host \"");
        if (from >= 0) return withPort(message, from);
        from = after(message, "Connection refused: ");
        return from < 0 ? "" : resolved(address(message, from));
    }

    /// `db" (10.0.0.2), port 5432 failed`, `db" (10.0.0.2) and accepting ... on port 5432?`
    private static String withPort(String message, int from) {
        String name = address(message, from);
        int digits = after(message, "port ");
        int port = digits < 0 ? -1 : Figures.wholeAt(message, digits);
        return port < 0 ? name : name + ":" + port;
    }

    /// `name/10.0.0.2:80`, as Java prints it, without the name; empty when it is no address.
    private static String resolved(String address) {
        if (address.indexOf(':') < 0) return "";
        return address.substring(address.indexOf('/') + 1);
    }

    private static int after(String message, String words) {
        int at = message.indexOf(words);
        return at < 0 ? -1 : at + words.length();
    }

    private static String dialled(String message, int from) {
        if (message.startsWith("tcp: lookup ", from)) return address(message, from + 12);
        if (message.startsWith("tcp ", from) || message.startsWith("udp ", from)) {
            return address(message, from + 4);
        }
        if (message.startsWith("tcp4 ", from) || message.startsWith("tcp6 ", from)) {
            return address(message, from + 5);
        }
        return message.startsWith("unix ", from) ? address(message, from + 5) : "";
    }

    /// Up to a blank or a quote, without the colon, comma or full stop that ends the phrase.
    private static String address(String message, int from) {
        int end = from;
        while (end < message.length() && " \t\"'<>()".indexOf(message.charAt(end)) < 0) end++;
        while (end > from && ":,.;".indexOf(message.charAt(end - 1)) >= 0) end--;
        return message.substring(from, end);
    }
}
