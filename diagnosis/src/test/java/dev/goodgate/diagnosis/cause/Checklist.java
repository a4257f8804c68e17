package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything the founding texts name, row by row, and what covers it: the `covers` of the causes'
/// files. C causes, V remedies for visitors, A for owners and administrators, D commands, M
/// messages.
final class Checklist {
    private static final Path FOLDER = Path.of("src/test/resources/dev/goodgate/diagnosis/cause");

    private final Map<String, String> rows = new TreeMap<>();
    private final Map<String, List<Place>> places = new TreeMap<>();

    /// Where a row is covered: a cause, and what of it: empty for the whole, or `remedy.2`.
    record Place(Cause cause, String part) {}

    Checklist() throws IOException {
        for (String line : lines("checklist.txt"))
            rows.put(line.substring(0, 3), line.substring(4));
        for (Cause cause : Causes.ALL) {
            CauseFile file = CauseFile.of(cause.id());
            for (String key : new TreeSet<>(file.keys())) {
                if (!key.equals("covers") && !key.endsWith(".covers")) continue;
                String part = key.equals("covers") ? "" : key.replace(".covers", "");
                for (String row : CauseEntry.words(file.fact(key))) {
                    places.computeIfAbsent(row, _ -> new ArrayList<>()).add(new Place(cause, part));
                }
            }
        }
    }

    static List<String> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file));
    }

    /// Every row with its words.
    Map<String, String> rows() {
        return rows;
    }

    List<Place> places(String row) {
        return places.getOrDefault(row, List.of());
    }

    /// The page `docs/coverage.md`.
    String markdown() {
        StringBuilder out = new StringBuilder(8192);
        long covered = rows.keySet().stream().filter(row -> !places(row).isEmpty()).count();
        out.append("# Coverage of the founding texts\n\n");
        out.append("Made from `checklist.txt` and the `covers` of each cause's file by\n");
        out.append("`CauseDocsTest`; `-Dgolden=write` rewrites it.\n\n");
        out.append("**").append(covered).append(" of ").append(rows.size()).append(" rows, ");
        out.append(covered * 100 / rows.size()).append(" %.**\n");
        section(out, "C", "Causes");
        section(out, "V", "Remedies for visitors");
        section(out, "A", "Remedies for owners and administrators");
        section(out, "D", "Commands, files and clicks");
        section(out, "M", "Messages");
        return out.toString();
    }

    private void section(StringBuilder out, String letter, String title) {
        List<String> ids = rows.keySet().stream().filter(row -> row.startsWith(letter)).toList();
        out.append("\n## ").append(title).append(" (").append(ids.size()).append(")\n\n");
        out.append("| row | what | where |\n|---|---|---|\n");
        for (String id : ids) {
            out.append("| ").append(id).append(" | ").append(rows.get(id)).append(" | ");
            List<String> links = new ArrayList<>();
            for (Place place : places(id)) {
                String cause = place.cause().id();
                String part = place.part().isEmpty() ? "" : " " + place.part().replace('.', ' ');
                links.add("[" + cause + "](causes/" + cause + ".md)" + part);
            }
            out.append(String.join(", ", links)).append(" |\n");
        }
    }
}
