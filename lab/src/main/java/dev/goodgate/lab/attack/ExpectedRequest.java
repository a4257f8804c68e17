package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What an upstream must see of one accepted request.
record ExpectedRequest(
        String method, Set<String> targets, String host, Content content, Fields fields) {

    /// The decoded body, and the version where it matters (else empty).
    record Content(long octets, String sha256, String version) {}

    /// Names that must not be there, values that must, words that must not, by name.
    record Fields(
            List<String> absent,
            List<String> absentTrailers,
            Map<String, String> present,
            Map<String, List<String>> never) {}

    static ExpectedRequest of(JsonNode node) {
        Map<String, String> present = new HashMap<>();
        node.path("present").forEachEntry((name, value) -> present.put(name, value.asString()));
        Map<String, List<String>> never = new HashMap<>();
        node.path("never").forEachEntry((name, words) -> never.put(name, texts(words)));
        JsonNode target = node.path("target");
        Set<String> targets = new HashSet<>();
        for (String text : target.isArray() ? texts(target) : List.of(target.asString())) {
            targets.add(sameCase(text));
        }
        return new ExpectedRequest(
                node.path("method").asString(),
                targets,
                plainHost(node.path("host").asString()),
                new Content(
                        node.path("bodyBytes").asLong(),
                        node.path("bodySha256").asString(),
                        node.path("version").asString("")),
                new Fields(
                        texts(node.path("absent")),
                        texts(node.path("absentTrailers")),
                        present,
                        never));
    }

    /// What is wrong with the request seen from a client at `peer`; empty when nothing is.
    List<String> faults(SeenRequest seen, String peer) {
        List<String> faults = new ArrayList<>();
        differs(faults, "method", method, seen.method());
        if (!targets.contains(sameCase(seen.target()))) {
            faults.add("target " + Octets.escaped(seen.target(), 60) + " for " + targets);
        }
        for (String value : seen.values("host")) differs(faults, "host", host, plainHost(value));
        differs(faults, "body octets", "" + content.octets(), "" + seen.body().octets());
        differs(faults, "body hash", content.sha256(), seen.body().sha256());
        if (!content.version().isEmpty()) {
            differs(faults, "version", content.version(), seen.version());
        }
        absences(faults, seen);
        fields.present().forEach((name, value) -> presence(faults, seen, name, value, peer));
        fields.never().forEach((name, words) -> nowhere(faults, seen, name, words));
        return faults;
    }

    private void absences(List<String> faults, SeenRequest seen) {
        for (String name : fields.absent()) {
            if (!seen.values(name).isEmpty()) faults.add("field " + name + " passed on");
        }
        for (String name : fields.absentTrailers()) {
            if (!Field.values(seen.body().trailers(), name).isEmpty()) {
                faults.add("trailer " + name + " passed on");
            }
        }
    }

    private static void presence(
            List<String> faults, SeenRequest seen, String name, String value, String peer) {
        List<String> lines = seen.values(name);
        String joined = String.join(", ", lines);
        if (lines.isEmpty()) {
            faults.add("field " + name + " missing");
        } else if (value.equals("@peer")) {
            differs(faults, name, peer, joined);
        } else if (!value.equals("@any")) {
            differs(faults, name, value, joined);
        }
    }

    private static void nowhere(
            List<String> faults, SeenRequest seen, String name, List<String> words) {
        Set<String> found = new HashSet<>();
        for (String value : seen.values(name)) {
            found.addAll(List.of(value.toLowerCase(Locale.ROOT).split("[\\s,;=\"]+")));
        }
        for (String word : words) {
            if (found.contains(word.toLowerCase(Locale.ROOT))) {
                faults.add("field " + name + " still says " + Octets.escaped(word, 40));
            }
        }
    }

    private static void differs(List<String> faults, String what, String want, String got) {
        if (!want.equals(got)) {
            faults.add(what + " " + Octets.escaped(got, 60) + " for " + Octets.escaped(want, 60));
        }
    }

    /// Hex digits of percent-encodings without case.
    private static String sameCase(String target) {
        StringBuilder out = new StringBuilder(target);
        for (int i = 0; i + 2 < out.length(); i++) {
            if (out.charAt(i) == '%') {
                String hex = out.substring(i + 1, i + 3).toLowerCase(Locale.ROOT);
                out.replace(i + 1, i + 3, hex);
            }
        }
        return out.toString();
    }

    /// The name alone, in lower case without the root dot: the files say nothing about ports.
    private static String plainHost(String host) {
        return host.toLowerCase(Locale.ROOT)
                .replaceFirst(":[0-9]*\\z", "")
                .replaceFirst("\\.+\\z", "");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
