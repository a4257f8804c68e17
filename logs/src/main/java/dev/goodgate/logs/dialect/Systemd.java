package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// What systemd says of its units; the unit is the route.
final class Systemd implements Dialect {
    private static final List<String> KINDS =
            List.of(
                    ".service",
                    ".socket",
                    ".scope",
                    ".slice",
                    ".mount",
                    ".timer",
                    ".target",
                    ".path");

    @Override
    public String id() {
        return "systemd";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        int colon = text.indexOf(": ");
        boolean headed = colon > 0 && colon < 128 && unit(text, 0, colon);
        if (!headed && !line.writer().equals("systemd")) return Optional.empty();
        int main = text.indexOf("Main PID: ");
        int process = text.indexOf("rocess ");
        int pid = main >= 0 ? Figures.wholeAt(text, main + 10) : -1;
        if (pid < 0 && process >= 0) pid = Figures.wholeAt(text, process + 7);
        return Optional.of(
                Entry.of(id())
                        .at(line.micros())
                        .message(text)
                        .route(headed ? text.substring(0, colon) : mentioned(text))
                        .pid(Math.max(pid, 0))
                        .done());
    }

    /// The first word that names a unit, without the stop behind it.
    private static String mentioned(String text) {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf(' ', from);
            if (end < 0) end = text.length();
            int word = end;
            while (word > from && ".:,'".indexOf(text.charAt(word - 1)) >= 0) word--;
            int start = from < word && text.charAt(from) == '\'' ? from + 1 : from;
            if (unit(text, start, word)) return text.substring(start, word);
            from = end + 1;
        }
        return "";
    }

    private static boolean unit(String text, int from, int to) {
        for (String kind : KINDS) {
            int length = kind.length();
            boolean ends = to - from > length && text.startsWith(kind, to - length);
            if (ends && text.lastIndexOf(' ', to - 1) < from) return true;
        }
        return false;
    }
}
