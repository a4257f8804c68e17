package dev.goodgate.logs.sign;

import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Symptom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one file of the catalogue: a sign's id at the start of a line, below it its keys,
/// indented; `#` starts a comment. Every fault names file and line.
///
/// ```
/// nginx.connect.refused
///   has connect() … failed (111
///   symptom connect.refused
///   causes upstream-not-listening 40, upstream-restarting 15
/// ```
final class SignFile {
    private final String name;
    private final List<Sign> signs = new ArrayList<>();
    private @Nullable Draft draft;

    private SignFile(String name) {
        this.name = name;
    }

    /// The signs of that file's text.
    static List<Sign> read(String name, String text) {
        SignFile file = new SignFile(name);
        int number = 0;
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            if (end < 0) end = text.length();
            file.line(text.substring(from, end).stripTrailing(), ++number);
            from = end + 1;
        }
        file.close();
        return file.signs;
    }

    private void line(String line, int number) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) return;
        String place = name + ":" + number;
        if (!Character.isWhitespace(line.charAt(0))) {
            close();
            draft = new Draft(line, place);
            return;
        }
        Draft open = draft;
        if (open == null)
            throw new SignFault(place, "a key before the first sign: " + line.strip());
        String stripped = line.strip();
        int space = stripped.indexOf(' ');
        String key = space < 0 ? stripped : stripped.substring(0, space);
        open.take(key, space < 0 ? "" : stripped.substring(space + 1).strip(), place);
    }

    private void close() {
        if (draft != null) signs.add(draft.sign());
        draft = null;
    }

    /// What is wrong with the catalogue, and where.
    static final class SignFault extends IllegalStateException {
        private static final long serialVersionUID = 1;

        SignFault(String place, String what) {
            super(place + ": " + what);
        }
    }

    private static final class Draft {
        private final String id;
        private final String place;
        private final List<Pattern> has = new ArrayList<>();
        private final List<Pattern> not = new ArrayList<>();
        private final Map<String, Integer> causes = new LinkedHashMap<>();
        private @Nullable Symptom symptom;
        private @Nullable Hop hop;
        private boolean note;

        Draft(String id, String place) {
            this.id = id;
            this.place = place;
        }

        void take(String key, String value, String at) {
            switch (key) {
                case "has" -> has.add(Pattern.of(value));
                case "not" -> not.add(Pattern.of(value));
                case "symptom" ->
                        symptom =
                                Symptom.of(value)
                                        .orElseThrow(
                                                () -> new SignFault(at, "no symptom " + value));
                case "hop" -> hop = hop(value, at);
                case "causes" -> causes(value, at);
                case "note" -> note = true;
                default ->
                        throw new SignFault(
                                at,
                                "unknown key "
                                        + key
                                        + " (expected has, not, symptom, hop, causes or note)");
            }
        }

        private static Hop hop(String value, String at) {
            for (Hop one : Hop.values()) {
                if (one.id().equals(value)) return one;
            }
            throw new SignFault(at, "no hop " + value);
        }

        private void causes(String value, String at) {
            for (String part : value.split(",", -1)) {
                String pair = part.strip();
                int space = pair.indexOf(' ');
                int percent = space < 0 ? 0 : percent(pair.substring(space + 1).strip());
                if (percent == 0) {
                    throw new SignFault(at, "expected `cause percent`, found " + pair);
                }
                causes.put(pair.substring(0, space), percent);
            }
        }

        /// From 1 to 99, or 0 for anything else.
        private static int percent(String digits) {
            int value = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(i) - '0';
                if (digit < 0 || digit > 9 || i > 1) return 0;
                value = value * 10 + digit;
            }
            return value;
        }

        Sign sign() {
            if (symptom == null) throw new SignFault(place, id + " has no symptom");
            return new Sign(
                    id, has, not, symptom, hop == null ? symptom.hop() : hop, causes, note, place);
        }
    }
}
