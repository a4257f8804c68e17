package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;

/// The upstream that advice is about: the parts of the address last tried, its name, and the
/// setting that names it. What is unknown is empty.
record Target(String host, String port, String socket, String name, String place, String limit) {
    private static final String PLAIN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:/_-@";

    /// Nothing is known.
    static final Target UNKNOWN = new Target("", "", "", "", "", "");

    static Target of(Failure failure) {
        String address = "";
        for (Attempt attempt : failure.attempts()) {
            if (!attempt.address().isEmpty()) address = attempt.address();
        }
        String name = "";
        String place = "";
        String limit = "";
        for (Evidence evidence : failure.evidence()) {
            switch (evidence) {
                case Evidence.DnsAnswer answer -> name = answer.name();
                case Evidence.Endpoint endpoint -> {
                    place = endpoint.place();
                    String asked = authority(endpoint.url());
                    if (address.isEmpty()) address = asked;
                    if (name.isEmpty() && socket(asked).isEmpty()) name = host(asked);
                }
                case Evidence.LimitReached reached -> limit = reached.key();
                default -> {}
            }
        }
        String socket = socket(address);
        if (!socket.isEmpty()) return new Target("", "", socket, name, place, limit);
        return new Target(host(address), port(address), "", name, place, limit);
    }

    /// The command with its slots filled by words safe to paste into a shell. What is unknown
    /// stands there in capitals, for a reader to replace. A slot inside of a word that was filled
    /// in stays as it is: filling it would end the quotes around it.
    String command(String command) {
        StringBuilder out = new StringBuilder(command.length() + 16);
        int from = 0;
        for (int open = command.indexOf('{'); open >= 0; open = command.indexOf('{', open + 1)) {
            int close = command.indexOf('}', open);
            String filled = close < 0 ? "" : filled(command.substring(open, close + 1));
            if (filled.isEmpty()) continue;
            out.append(command, from, open).append(filled);
            from = close + 1;
        }
        return out.append(command, from, command.length()).toString();
    }

    /// What stands for that slot; empty for what is none.
    private String filled(String slot) {
        return switch (slot) {
            case "{host}" -> word(host, "ADDRESS");
            case "{port}" -> word(port, "PORT");
            case "{socket}" -> word(socket, "SOCKET");
            case "{name}" -> word(name, "NAME");
            default -> "";
        };
    }

    /// The sentence with its slots filled, what is unknown by those general words.
    String sentence(String text, Words words) {
        if (text.indexOf('{') < 0) return text;
        return text.replace("{address}", address().isEmpty() ? words.address() : address())
                .replace("{name}", name.isEmpty() ? words.name() : name)
                .replace("{config}", place.isEmpty() ? words.config() : place)
                .replace("{limit}", limit.isEmpty() ? words.limit() : limit);
    }

    /// `127.0.0.1:3000` or the path of a socket.
    private String address() {
        if (!socket.isEmpty() || host.isEmpty()) return socket;
        return port.isEmpty() ? host : host + ":" + port;
    }

    /// The path in `unix:/run/app.sock`, as addresses and URLs have it, or of a bare path; empty
    /// for anything else.
    private static String socket(String address) {
        String path = address.startsWith("unix:") ? address.substring(5) : address;
        return path.startsWith("/") ? path : "";
    }

    /// The host and port of `http://app:3000/base`; `unix:/run/app.sock` as it is.
    private static String authority(String url) {
        if (url.startsWith("unix:")) return url;
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    private static String host(String address) {
        int colon = colon(address);
        return colon < 0 ? address : address.substring(0, colon);
    }

    private static String port(String address) {
        int colon = colon(address);
        String port = colon < 0 ? "" : address.substring(colon + 1);
        return port.chars().allMatch(c -> c >= '0' && c <= '9') ? port : "";
    }

    /// The colon before the port, which is none of those of an IPv6 address.
    private static int colon(String address) {
        int colon = address.lastIndexOf(':');
        return colon > address.lastIndexOf(']') ? colon : -1;
    }

    private static String word(String word, String unknown) {
        if (word.isEmpty() || word.startsWith("-")) return unknown;
        for (int i = 0; i < word.length(); i++) {
            if (PLAIN.indexOf(word.charAt(i)) < 0) return "'" + word.replace("'", "'\\''") + "'";
        }
        return word;
    }
}
