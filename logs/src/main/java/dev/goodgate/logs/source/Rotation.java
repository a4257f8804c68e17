package dev.goodgate.logs.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a file's name says of its place among the files of one log. `log` is the name without
/// number, date and suffix of a compressor; `date` the digits of the date, empty for the file being
/// written; `number` the count at the end, -1 without one.
record Rotation(String log, String date, int number) {
    private static final List<String> PACKED = List.of(".gz", ".zst", ".bz2", ".xz", ".Z");
    private static final Comparator<Rotation> BY_NUMBER =
            Comparator.comparingInt(r -> r.date.isEmpty() ? -r.number : r.number);

    /// The oldest first: by date, then those without, the higher numbers being older.
    static final Comparator<Rotation> OLDEST_FIRST =
            Comparator.comparing((Rotation r) -> r.date.isEmpty())
                    .thenComparing(Rotation::date)
                    .thenComparing(BY_NUMBER);

    /// Reads `app.log.3.gz`, `app.log-20260102`, `app-2026-01-02.1.log`.
    static Rotation of(String file) {
        String name = file;
        for (String suffix : PACKED) {
            if (name.endsWith(suffix)) name = name.substring(0, name.length() - suffix.length());
        }
        int from = dateStart(name);
        if (from < 0) return numbered(name, "");
        int to = dateEnd(name, from);
        String date = digits(name.substring(from, to));
        return numbered(trimmed(name.substring(0, from)), name.substring(to), date);
    }

    /// With a count at the end.
    private static Rotation numbered(String name, String date) {
        int dot = name.lastIndexOf('.');
        boolean counted = dot > 0 && isCount(name, dot + 1, name.length());
        if (!counted) return new Rotation(name, date, -1);
        int number = Integer.parseInt(name, dot + 1, name.length(), 10);
        return new Rotation(name.substring(0, dot), date, number);
    }

    /// With a count right behind the date.
    private static Rotation numbered(String name, String rest, String date) {
        int end = rest.indexOf('.', 1);
        if (end < 0 || rest.charAt(0) != '.' || !isCount(rest, 1, end)) {
            return numbered(name + rest, date);
        }
        return new Rotation(name + rest.substring(end), date, Integer.parseInt(rest, 1, end, 10));
    }

    private static boolean isCount(String name, int from, int to) {
        return to > from && to - from < 6 && allDigits(name, from, to);
    }

    /// The inputs with the files of each log together, where its first one stood, oldest first.
    static List<Input> sorted(List<Input> inputs) {
        Map<String, List<Input>> logs = new LinkedHashMap<>();
        for (Input input : inputs) {
            logs.computeIfAbsent(logOf(input), _ -> new ArrayList<>()).add(input);
        }
        List<Input> sorted = new ArrayList<>(inputs.size());
        for (List<Input> files : logs.values()) {
            files.sort(Comparator.comparing(Rotation::of, OLDEST_FIRST));
            sorted.addAll(files);
        }
        return sorted;
    }

    private static Rotation of(Input input) {
        return of(Path.of(input.name()).normalize().toString());
    }

    private static String logOf(Input input) {
        return of(input).log();
    }

    /// Where `2026-01-02`, `2026_01_02` or `20260102` begins in the last part of a path, or -1.
    private static int dateStart(String name) {
        for (int i = name.lastIndexOf('/') + 1; i + 8 <= name.length(); i++) {
            boolean first = i == 0 || !isDigit(name.charAt(i - 1));
            if (first && dayEnd(name, i) > 0) return i;
        }
        return -1;
    }

    private static int dayEnd(String name, int from) {
        if (!name.startsWith("20", from) || !allDigits(name, from, from + 4)) return -1;
        int i = from + 4;
        boolean parted = i < name.length() && "-_.".indexOf(name.charAt(i)) >= 0;
        if (parted) i++;
        if (!between(name, i, 12)) return -1;
        i += 2;
        if (parted && i < name.length() && "-_.".indexOf(name.charAt(i)) >= 0) i++;
        return between(name, i, 31) ? i + 2 : -1;
    }

    private static boolean between(String name, int from, int highest) {
        if (!allDigits(name, from, from + 2)) return false;
        int value = Integer.parseInt(name, from, from + 2, 10);
        return value >= 1 && value <= highest;
    }

    /// The end of the date and of the hours or seconds that may follow it: `-03`, `_030405`,
    /// `-1767323045`.
    private static int dateEnd(String name, int from) {
        int end = dayEnd(name, from);
        while (end < name.length()) {
            int i = end;
            char c = name.charAt(i);
            if (c == '-' || c == '_' || c == 'T') i++;
            int start = i;
            while (i < name.length() && isDigit(name.charAt(i))) i++;
            if (i == start) return end;
            end = i;
        }
        return end;
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && "-_.".indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(0, end);
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) digits.append(text.charAt(i));
        }
        return digits.toString();
    }

    private static boolean allDigits(String text, int from, int to) {
        if (to > text.length()) return false;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) return false;
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
