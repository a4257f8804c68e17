package dev.goodgate.logs.find;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Where a server is known to write: the parts of a path, `*` in one for anything. `~` stands for
/// the folder of each user.
record KnownPath(String server, List<String> parts) {
    private static final List<String> HOMES = List.of("/root", "/home/*", "/Users/*");

    /// All of the table, in its order.
    static final List<KnownPath> ALL = read("places.txt");

    static KnownPath of(String server, String path) {
        return new KnownPath(server, List.of(path.substring(1).split("/", -1)));
    }

    private static List<KnownPath> read(String file) {
        List<KnownPath> all = new ArrayList<>();
        try (InputStream octets = KnownPath.class.getResourceAsStream(file)) {
            if (octets == null) throw new IllegalStateException("places: no " + file);
            var reader = new BufferedReader(new InputStreamReader(octets, StandardCharsets.UTF_8));
            reader.lines().forEach(line -> add(all, line.strip()));
        } catch (IOException broken) {
            throw new UncheckedIOException("places: cannot read " + file, broken);
        }
        return List.copyOf(all);
    }

    private static void add(List<KnownPath> all, String line) {
        if (line.isEmpty() || line.startsWith("#")) return;
        int space = line.indexOf(' ');
        String server = line.substring(0, space);
        String path = line.substring(space + 1).strip();
        if (!path.startsWith("~")) {
            all.add(of(server, path));
            return;
        }
        for (String home : HOMES) all.add(of(server, home + path.substring(1)));
    }

    /// Whether the name fits the part.
    static boolean fits(String part, String name) {
        int star = part.indexOf('*');
        if (star < 0) return part.equals(name);
        if (!name.startsWith(part.substring(0, star))) return false;
        return fits(part, star, name, star);
    }

    private static boolean fits(String part, int star, String name, int from) {
        int next = part.indexOf('*', star + 1);
        if (next < 0) {
            String end = part.substring(star + 1);
            return name.length() - from >= end.length() && name.endsWith(end);
        }
        int at = name.indexOf(part.substring(star + 1, next), from);
        return at >= 0 && fits(part, next, name, at + next - star - 1);
    }
}
