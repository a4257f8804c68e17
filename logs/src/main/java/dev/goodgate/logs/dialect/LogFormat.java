package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An access log in a format that somebody told us: the text of nginx's `log_format`, either the
/// bare format or the whole directive with its quotes. Reads by position: literals must stand where
/// the format has them; a line that was cut yields what it has. Immutable, for any thread.
public final class LogFormat implements Dialect {
    /// Text that stands before a variable, and the variable's name; empty at the end.
    private record Part(String before, String name) {}

    private final List<Part> parts;

    private LogFormat(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /// The reader of lines in that format. Variables that mean nothing to us are passed over.
    ///
    /// @throws IllegalArgumentException for a format without `$status`, by which no failure is
    ///   known
    public static LogFormat of(String format) {
        String text = format.strip();
        if (text.startsWith("log_format")) text = unquoted(text);
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (true) {
            int dollar = text.indexOf('$', from);
            if (dollar < 0) break;
            boolean braces = text.startsWith("{", dollar + 1);
            int start = dollar + (braces ? 2 : 1);
            int end = start;
            while (end < text.length() && nameLike(text.charAt(end))) end++;
            parts.add(new Part(text.substring(from, dollar), text.substring(start, end)));
            from = braces && text.startsWith("}", end) ? end + 1 : end;
        }
        parts.add(new Part(text.substring(from), ""));
        if (parts.stream().noneMatch(part -> part.name().equals("status"))) {
            throw new IllegalArgumentException("there is no $status in it");
        }
        return new LogFormat(parts);
    }

    /// The quoted parts of a directive, joined.
    private static String unquoted(String directive) {
        StringBuilder joined = new StringBuilder();
        int at = 0;
        while (at < directive.length()) {
            char c = directive.charAt(at);
            if (c == '\'' || c == '"') {
                int end = directive.indexOf(c, at + 1);
                if (end < 0) end = directive.length();
                joined.append(directive, at + 1, end);
                at = end;
            }
            at++;
        }
        return joined.toString();
    }

    private static boolean nameLike(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    @Override
    public String id() {
        return "nginx-access-format";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        String first = parts.getFirst().before();
        if (!text.startsWith(first)) return Optional.empty();
        Access access = new Access();
        int at = first.length();
        for (int i = 0; i + 1 < parts.size() && at <= text.length(); i++) {
            Part part = parts.get(i);
            String next = parts.get(i + 1).before();
            int end = end(text, at, part.name(), next);
            Variable.put(access, part.name(), text.substring(at, end));
            at = Math.min(end, text.length()) + next.length();
            if (end == text.length()) break;
        }
        return access.entry(id(), line, clock);
    }

    /// Where the value ends that starts there: before the next literal, or with the text.
    private static int end(String text, int from, String name, String next) {
        if (next.isEmpty()) return text.length();
        int end = text.indexOf(next, from);
        if (next.startsWith("\"")) end = unescaped(text, end, next);
        while (end > from && next.startsWith(" ") && goesOn(text, end, name)) {
            end = text.indexOf(next, end + (text.startsWith(" : ", end) ? 3 : 1));
        }
        return end < 0 ? text.length() : end;
    }

    private static int unescaped(String text, int found, String next) {
        int end = found;
        while (end > 0 && text.charAt(end - 1) == '\\') end = text.indexOf(next, end + 1);
        return end;
    }

    /// Whether a blank belongs to the value: between tries, or before a time's zone.
    private static boolean goesOn(String text, int end, String name) {
        if (name.startsWith("upstream_")) {
            return text.charAt(end - 1) == ',' || text.startsWith(" : ", end);
        }
        boolean sign = text.startsWith(" +", end) || text.startsWith(" -", end);
        return name.equals("time_local") && sign && Shape.digits(text, end + 2, end + 6);
    }
}
