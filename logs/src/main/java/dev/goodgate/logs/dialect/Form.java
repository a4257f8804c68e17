package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a program starts its lines, written as an example: a blank stands for one or more, other
/// characters for themselves, and
///
/// - `%t` a time, `%p` the number of a process, `%d` any number, `%c` one character
/// - `%l` the name of a level, `%w` a word, `%r` a word that becomes the route
/// - `%s` anything, up to what follows in the form
/// - `%m` the message: the rest of the line
final class Form {
    private static final int LONGEST = 200;

    private final List<Part> parts;

    private Form(List<Part> parts) {
        this.parts = parts;
    }

    /// The form written so.
    static Form of(String template) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            if (template.charAt(at) == '%') {
                parts.add(new Part(template.charAt(at + 1), ""));
                at += 2;
            } else {
                int end = template.indexOf('%', at);
                if (end < 0) end = template.length();
                parts.add(new Part('=', template.substring(at, end)));
                at = end;
            }
        }
        return new Form(List.copyOf(parts));
    }

    /// A text and the time it starts with, perhaps behind a bracket: read once for all forms.
    record Start(String text, int at, Clock.Stamp stamp) {
        /// That of the text.
        static Start of(String text, Clock clock) {
            int at = text.startsWith("[") ? 1 : 0;
            return new Start(text, at, clock.at(text, at));
        }
    }

    /// Whether a line that starts so can have this form at all.
    boolean mayStart(Start start) {
        Part first = parts.getFirst();
        if (first.kind == 't') return start.at == 0 && start.stamp.found();
        boolean bracket = first.literal.equals("[");
        if (bracket && parts.get(1).kind == 't') return start.at == 1 && start.stamp.found();
        return first.literal.isEmpty()
                || (!start.text.isEmpty() && start.text.charAt(0) == first.literal.charAt(0));
    }

    /// What the line says when it has this form.
    Optional<Match> read(String text, Clock clock) {
        Start start = Start.of(text, clock);
        return mayStart(start) ? read(start, clock) : Optional.empty();
    }

    /// The same, of a line whose start is known.
    Optional<Match> read(Start start, Clock clock) {
        Match match = new Match(start);
        for (int i = 0; i < parts.size(); i++) {
            String next = i + 1 < parts.size() ? parts.get(i + 1).literal : "";
            match.take(parts.get(i), next, clock);
            if (match.at < 0) return Optional.empty();
        }
        return Optional.of(match);
    }

    private record Part(char kind, String literal) {}

    /// What a line of some form said.
    static final class Match {
        private final Start start;
        private final String text;
        private int at;
        private long micros = Line.NO_TIME;
        private int pid;
        private String route = "";
        private String message = "";

        private Match(Start start) {
            this.start = start;
            text = start.text;
        }

        /// When, or [Line#NO_TIME].
        long micros() {
            return micros;
        }

        /// The process, or 0.
        int pid() {
            return pid;
        }

        /// The logger, or empty.
        String route() {
            return route;
        }

        /// What is left.
        String message() {
            return message;
        }

        private void take(Part part, String next, Clock clock) {
            switch (part.kind) {
                case '=' -> at = literal(part.literal);
                case 't' -> time(clock);
                case 'p' -> {
                    pid = Figures.wholeAt(text, at);
                    at = digitsEnd();
                }
                case 'd' -> at = digitsEnd();
                case 'c' -> at = at < text.length() && text.charAt(at) > ' ' ? at + 1 : -1;
                case 'l' -> at = levelEnd();
                case 'm' -> {
                    message = text.substring(at);
                    at = text.length();
                }
                case 's' -> at = anythingEnd(next);
                case 'r' -> {
                    int from = at;
                    at = wordEnd(next);
                    route = at < 0 ? "" : text.substring(from, at);
                }
                default -> at = wordEnd(next);
            }
        }

        private void time(Clock clock) {
            Clock.Stamp stamp = at == start.at ? start.stamp : clock.at(text, at);
            micros = stamp.micros();
            at = stamp.end();
        }

        private int literal(String literal) {
            int end = at;
            for (int i = 0; i < literal.length(); i++) {
                char c = literal.charAt(i);
                if (end >= text.length()) return -1;
                if (c == ' ') {
                    int from = end;
                    while (end < text.length() && blank(text.charAt(end))) end++;
                    if (end == from) return -1;
                } else if (text.charAt(end++) != c) {
                    return -1;
                }
            }
            return end;
        }

        private int digitsEnd() {
            int end = at;
            while (end < text.length() && Figures.digit(text.charAt(end))) end++;
            return end == at || end - at > 12 ? -1 : end;
        }

        private int levelEnd() {
            int end = at;
            while (end < text.length() && end - at <= 9 && letter(text.charAt(end))) end++;
            return Levels.at(text, at, end) ? end : -1;
        }

        /// Up to a blank or to where the next literal starts.
        private int wordEnd(String next) {
            char stop = next.isEmpty() ? ' ' : next.charAt(0);
            int end = at;
            while (end < text.length() && !blank(text.charAt(end)) && text.charAt(end) != stop) {
                end++;
            }
            return end == at ? -1 : end;
        }

        private int anythingEnd(String next) {
            int end = text.indexOf(next, at);
            return end - at > LONGEST ? -1 : end;
        }

        private static boolean letter(char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        }

        private static boolean blank(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
