package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Apache's access log where it can be told from nginx's: the common format, one with the virtual
/// host before it, or one with a duration behind it (`%D` in microseconds, `%T` in seconds,
/// `%T/%D`). A plain combined line is the same in both and read as nginx's, unless a wrapper named
/// Apache as its writer.
final class ApacheAccess implements Dialect {
    /// A whole number above it is taken for microseconds, not seconds.
    private static final long LONGEST_SECONDS = 300;

    @Override
    public String id() {
        return "apache-access";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        boolean plain = text.endsWith("\"") && !named(line.writer());
        if (plain && !Clf.sited(text)) return Optional.empty();
        Optional<Clf> found = Clf.of(text);
        if (found.isEmpty()) return Optional.empty();
        Clf clf = found.get();
        Cursor tail = clf.tail();
        boolean common = tail.spaces().end() && !clf.octets().isEmpty() && !clf.head().isEmpty();
        for (int i = 0; i < 2; i++) {
            if (tail.spaces().peek() == '"') tail.quoted();
        }
        String seconds = seconds(tail.word());
        boolean timed = !seconds.isEmpty() && tail.spaces().end();
        if (!common && !timed && !Clf.sited(text) && !named(line.writer())) return Optional.empty();
        Access access = clf.access();
        if (timed) access.set(Variable.REQUEST_TIME, seconds);
        return access.entry(id(), line, clock);
    }

    private static boolean named(String writer) {
        return writer.contains("apache") || writer.contains("httpd");
    }

    /// The duration in seconds, empty when the word is none.
    private static String seconds(String word) {
        int slash = word.indexOf('/');
        String last = word.substring(slash + 1);
        long value = Shape.count(last);
        if (value < 0 || (slash > 0 && Shape.count(word.substring(0, slash)) < 0)) return "";
        if (slash < 0 && value <= LONGEST_SECONDS) return last;
        long millis = value / 1000;
        return millis / 1000 + "." + String.valueOf(1000 + millis % 1000).substring(1);
    }
}
