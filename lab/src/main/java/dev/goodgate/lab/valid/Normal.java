package dev.goodgate.lab.valid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The written normalisation (`docs/lab.md`): what a gateway may change in a valid message, and
/// nothing else. Each check answers with what differs, empty when nothing does.
final class Normal {
    private static final Set<String> ADDED_TO_REQUESTS =
            Set.of(
                    "via",
                    "x-forwarded-for",
                    "x-forwarded-proto",
                    "x-forwarded-host",
                    "x-request-id",
                    "traceparent");
    private static final Set<String> FRAMING =
            Set.of("host", "content-length", "transfer-encoding");

    private Normal() {}

    /// What the upstream saw against what the client sent.
    static String request(Message sent, Arrival seen) {
        String[] words = seen.first().split(" ", -1);
        if (words.length != 3 || !words[0].equals(sent.word(0)) || !words[2].equals("HTTP/1.1")) {
            return "request line " + seen.first();
        }
        if (!words[1].equals(sent.word(1)) && !words[1].equals(clean(sent.word(1)))) {
            return "target " + words[1] + " of " + sent.word(1);
        }
        String host = Arrival.value(seen.lines(), "host");
        if (!host.equals(sent.word(3))) return "Host " + host + " of " + sent.word(3);
        List<Line> rest = without(seen.lines(), FRAMING);
        int kept = sent.kept().size();
        if (rest.size() < kept || !rest.subList(0, kept).equals(sent.kept())) {
            return fields(sent.kept(), rest);
        }
        List<Line> further = without(rest.subList(kept, rest.size()), ADDED_TO_REQUESTS);
        if (!further.isEmpty()) return "came along: " + further;
        return body(sent.body(), seen.body(), sent.body().kind());
    }

    /// What the client saw of the answer against what the upstream sent.
    static String response(Message asked, Message sent, Arrival seen) {
        String expected = "HTTP/1.1 " + sent.word(1) + " " + sent.word(2);
        if (!seen.first().equals(expected)) return "status line " + seen.first();
        boolean dated = sent.kept().stream().anyMatch(line -> line.is("date"));
        Set<String> ours =
                dated
                        ? Set.of(
                                "content-length", "transfer-encoding", "connection", "proxy-status")
                        : Set.of(
                                "content-length",
                                "transfer-encoding",
                                "connection",
                                "proxy-status",
                                "date");
        List<Line> rest = without(seen.lines(), ours);
        if (!rest.equals(sent.kept())) return fields(sent.kept(), rest);
        if (asked.word(0).equals("HEAD")) return "";
        boolean old = asked.word(2).equals("HTTP/1.0");
        Body.Kind kind =
                switch (sent.body().kind()) {
                    case NONE, LENGTH -> sent.body().kind();
                    case CHUNKED, UNTIL_CLOSE -> old ? Body.Kind.UNTIL_CLOSE : Body.Kind.CHUNKED;
                };
        return body(sent.body(), seen.body(), kind);
    }

    private static String body(Body sent, Body seen, Body.Kind expected) {
        if (seen.kind() != expected) return "framing " + seen.kind() + " of " + sent.kind();
        return seen.octets().equals(sent.octets()) ? "" : "body";
    }

    private static String fields(List<Line> sent, List<Line> seen) {
        for (int i = 0; i < sent.size(); i++) {
            if (i >= seen.size()) return "lost: " + sent.get(i);
            if (!seen.get(i).equals(sent.get(i))) return seen.get(i) + " instead of " + sent.get(i);
        }
        return "came along: " + seen.subList(sent.size(), seen.size());
    }

    private static List<Line> without(List<Line> lines, Set<String> names) {
        return lines.stream()
                .filter(line -> !names.contains(line.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// The target without dot segments (RFC 3986 section 5.2.4) and doubled slashes.
    static String clean(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String[] segments = path.replaceAll("/+", "/").split("/", -1);
        List<String> kept = new ArrayList<>();
        for (int i = 1; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..") && !kept.isEmpty()) kept.removeLast();
            if (!dots) kept.add(segments[i]);
            else if (i == segments.length - 1) kept.add("");
        }
        return "/" + String.join("/", kept) + (mark < 0 ? "" : target.substring(mark));
    }
}
