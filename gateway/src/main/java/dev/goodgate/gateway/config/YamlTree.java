package dev.goodgate.gateway.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// YAML text as nodes with their places. Bounded: 1 MiB of text, 32 levels, 64 aliases; the nodes
/// are counted before any is built.
final class YamlTree {
    static final int MOST_OCTETS = 1 << 20;
    private static final int MOST_LEVELS = 32;
    private static final int MOST_ALIASES = 64;

    private YamlTree() {}

    /// The root node; empty after a fault, which went to `findings`.
    static Optional<Node> of(String text, Findings findings) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setUseMarks(true)
                        .setAllowDuplicateKeys(true)
                        .setAllowNonScalarKeys(true)
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        .setCodePointLimit(MOST_OCTETS)
                        .build();
        try {
            if (!bounded(text, settings, findings)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                findings.fault("", new Place(1, 1, "nothing"), "a configuration", SMALLEST);
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            findings.fault("", Place.of(e.getProblemMark(), said(e)), "YAML", "");
        } catch (ReaderException e) {
            String seen = "the character U+%04X".formatted(e.getCodePoint());
            findings.fault("", at(text, e.getPosition(), seen), "printable characters", "");
        } catch (YamlEngineException e) {
            findings.fault("", Place.FILE.seeing(firstLine(e.getMessage())), "YAML", "");
        }
        return Optional.empty();
    }

    private static final String SMALLEST =
            "the smallest is: listeners: [\"127.0.0.1:8080\"], routes: [{upstream: app}],"
                    + " upstreams: {app: {endpoints: [\"http://127.0.0.1:3000\"]}}";

    private static boolean bounded(String text, LoadSettings settings, Findings findings) {
        int level = 0;
        int aliases = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            level += event instanceof CollectionStartEvent ? 1 : 0;
            level -= event instanceof CollectionEndEvent ? 1 : 0;
            aliases += event instanceof AliasEvent ? 1 : 0;
            if (level > MOST_LEVELS || aliases > MOST_ALIASES) {
                boolean deep = level > MOST_LEVELS;
                String seen = deep ? "a value below " + MOST_LEVELS + " others" : "one more alias";
                String expected = deep ? "fewer levels" : "at most " + MOST_ALIASES + " aliases";
                findings.fault("", Place.of(event.getStartMark(), seen), expected, "");
                return false;
            }
        }
        return true;
    }

    private static String said(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "a syntax error" : e.getProblem();
        boolean tab = problem.contains("'\\t(TAB)'");
        return tab ? "a tab in the indentation" : firstLine(problem);
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String message) {
        return message == null ? "a syntax error" : message.lines().findFirst().orElse("");
    }

    private static Place at(String text, int position, String seen) {
        int line = 1;
        int column = 1;
        int[] points = text.codePoints().limit(position).toArray();
        for (int point : points) {
            line += point == '\n' ? 1 : 0;
            column = point == '\n' ? 1 : column + 1;
        }
        return new Place(line, column, seen);
    }
}
