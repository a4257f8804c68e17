package dev.goodgate.gateway.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was found in one file so far: faults, warnings, and where each key stands. Used by one
/// thread. Keeps at most 100 faults.
final class Findings {
    private static final int MOST_FAULTS = 100;

    private final String file;
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Notice> warnings = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /// Notes that the key at `path` is given, and where.
    void place(String path, Place place) {
        places.put(path, place);
    }

    /// Whether the key at `path` is given in the file.
    boolean given(String path) {
        return places.containsKey(path);
    }

    /// Whether `path` itself, or the section it lies in, has a fault already.
    boolean broken(String path) {
        for (String at = path; ; at = parent(at)) {
            if (broken.contains(at)) {
                return true;
            }
            if (at.isEmpty()) {
                return false;
            }
        }
    }

    /// Whether something below `path` has a fault already.
    boolean brokenWithin(String path) {
        return broken.stream()
                .anyMatch(at -> at.startsWith(path + ".") || at.startsWith(path + "["));
    }

    /// The names right below `path` that have a fault.
    List<String> brokenKeys(String path) {
        return broken.stream()
                .filter(at -> at.startsWith(path + "."))
                .map(at -> at.substring(path.length() + 1))
                .filter(name -> name.matches("[^.\\[]+"))
                .toList();
    }

    /// The place of `path`, or of the nearest section around it.
    Place where(String path) {
        for (String at = path; ; at = parent(at)) {
            Place place = places.get(at);
            if (place != null) {
                return place;
            }
            if (at.isEmpty()) {
                return Place.FILE;
            }
        }
    }

    /// Adds a fault at `place`; an empty hint is none.
    void fault(String path, Place place, String expected, String hint) {
        broken.add(path);
        if (faults.size() < MOST_FAULTS) {
            faults.add(
                    new Fault(
                            file,
                            place.line(),
                            place.column(),
                            path,
                            place.seen(),
                            expected,
                            hint.isEmpty() ? Optional.empty() : Optional.of(hint)));
        }
    }

    /// Adds a fault that lies in another file, which the key at the fault's path names.
    void fault(Fault elsewhere) {
        broken.add(elsewhere.path());
        if (faults.size() < MOST_FAULTS) faults.add(elsewhere);
    }

    /// The lines of all endpoints.
    Places endpoints() {
        Map<String, Integer> lines = new HashMap<>();
        places.forEach((path, place) -> {
            if (path.startsWith("upstreams.") && path.endsWith("]")) lines.put(path, place.line());
        });
        return new Places(file, lines);
    }

    /// Adds a fault of a rule, unless the key is known to be broken.
    void fault(String path, String expected, String hint) {
        if (!broken(path)) {
            fault(path, where(path), expected, hint);
        }
    }

    void warn(String path, String text) {
        Place place = where(path);
        warnings.add(new Notice(file, place.line(), place.column(), path, text));
    }

    /// All faults, in the order of the file.
    List<Fault> faults() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }

    /// All warnings, in the order of the file.
    List<Notice> warnings() {
        return warnings.stream()
                .sorted(Comparator.comparingInt(Notice::line).thenComparingInt(Notice::column))
                .toList();
    }

    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }
}
