package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Shape.Entry;
import dev.goodgate.gateway.config.Shape.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Binds YAML nodes to the settings records. Goes on after a fault, with the key's default in place
/// of the faulty value, so that one pass finds all faults. Used by one thread for one file.
final class Binder {
    /// Aliases can make a small file a large tree; no real configuration has this many values.
    private static final int MOST_VALUES = 100_000;

    private static final Set<Tag> PLAIN =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.ENV_TAG);

    private final Variables variables;
    private final Findings findings;
    private final Path folder;
    private int values;

    Binder(Variables variables, Findings findings, Path folder) {
        this.variables = variables;
        this.findings = findings;
        this.folder = folder;
    }

    /// The settings in `root`. Complete only if there is no fault among the findings.
    Settings bind(Node root) {
        Section shape = Shape.root();
        findings.place("", Place.of(root.getStartMark(), ""));
        if (!(root instanceof MappingNode mapping)) {
            findings.fault("", seen(root), "keys such as listeners, routes and upstreams", "");
            return (Settings) Defaults.blank(shape);
        }
        return (Settings) section(mapping, shape, "");
    }

    private Object value(Node node, Shape shape, Key key, String path) {
        Place place = seen(node);
        boolean secret = key.secret() || Secrets.named(path.substring(path.lastIndexOf('.') + 1));
        findings.place(path, secret ? place.seeing(Secrets.HIDDEN) : place);
        if (!PLAIN.contains(node.getTag())) {
            findings.fault(
                    path, place.seeing("the tag " + node.getTag().getValue()), "no tags", "");
        } else if (node.isRecursive()) {
            findings.fault(path, place.seeing("an anchor inside itself"), "a tree", "");
        } else if (++values > MOST_VALUES) {
            findings.fault("", place.seeing("too many values"), "at most " + MOST_VALUES, "");
        } else if (values < MOST_VALUES) {
            return shaped(node, shape, key, path);
        }
        return Defaults.blank(shape);
    }

    private Object shaped(Node node, Shape shape, Key key, String path) {
        return switch (shape) {
            case Shape.Scalar scalar -> text(node, key, path, scalar);
            case Shape.Choice choice -> text(node, key, path, choice);
            case Shape.Many many -> many(node, many, key, path);
            case Shape.Named named -> named(node, named, key, path);
            case Section section -> section(node, section, path);
        };
    }

    private Object text(Node node, Key key, String path, Shape shape) {
        if (!(node instanceof ScalarNode scalar) || isNothing(node)) {
            findings.fault(
                    path, seen(node), Defaults.expected(shape, key), emptyHint(node, shape, key));
            return Defaults.of(shape, key);
        }
        return switch (variables.fill(scalar.getValue())) {
            case Variables.Filled.Missing(var name) -> {
                Place place = seen(node).seeing("${" + name + "}");
                String expected = "the environment variable " + name + ", which is not set";
                findings.fault(path, place, expected, "write ${" + name + ":-default}");
                yield Defaults.of(shape, key);
            }
            case Variables.Filled.Malformed(var slot) -> {
                Place place = seen(node).seeing(Place.quoted(slot));
                findings.fault(path, place, "${NAME} or ${NAME:-default}", "a plain ${ is $${");
                yield Defaults.of(shape, key);
            }
            case Variables.Filled.Text(var text) ->
                    judged(Defaults.parse(shape, key, text), scalar, text, path, shape, key);
        };
    }

    private Object judged(
            Parsed parsed, ScalarNode node, String text, String path, Shape shape, Key key) {
        return switch (parsed) {
            case Parsed.Value(String file) when isFile(key, file) ->
                    folder.resolve(file).toString();
            case Parsed.Value(var value) -> value;
            case Parsed.Wrong(var expected, var hint) -> {
                boolean shown = text.equals(node.getValue()) && !key.secret();
                findings.fault(path, findings.where(path), expected, shown ? hint : "");
                yield Defaults.of(shape, key);
            }
        };
    }

    private Object many(Node node, Shape.Many shape, Key key, String path) {
        if (isNothing(node) && !key.value().equals(Key.REQUIRED)) {
            return Defaults.of(shape, key);
        }
        if (!(node instanceof SequenceNode sequence)) {
            boolean one = node instanceof ScalarNode && !isNothing(node);
            String hint = one ? "write [" + seen(node).seen() + "]" : "";
            findings.fault(path, seen(node), "a list", key.secret() ? "" : hint);
            return Defaults.of(shape, key);
        }
        List<Object> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(value(item, shape.item(), key, path + "[" + items.size() + "]"));
        }
        if (items.isEmpty() && key.value().equals(Key.REQUIRED)) {
            findings.fault(path, seen(node).seeing("an empty list"), "at least one", "");
        }
        return List.copyOf(items);
    }

    private Object named(Node node, Shape.Named shape, Key key, String path) {
        if (isNothing(node)) {
            return Defaults.of(shape, key);
        }
        if (!(node instanceof MappingNode mapping)) {
            findings.fault(path, seen(node), "names with their values", "");
            return Defaults.of(shape, key);
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        Map<String, Node> given = distinct(mapping, path);
        for (Map.Entry<String, Node> entry : given.entrySet()) {
            String name = entry.getKey();
            String below = path + "." + name;
            if (key.form().judgeName(name) instanceof Parsed.Wrong(var expected, var hint)) {
                findings.fault(below, findings.where(below), expected, hint);
            } else {
                entries.put(name, value(entry.getValue(), shape.item(), key, below));
            }
        }
        return java.util.Collections.unmodifiableMap(entries);
    }

    private Object section(Node node, Section shape, String path) {
        Optional<Entry> shorthand = shape.shorthand();
        if (node instanceof ScalarNode && !isNothing(node) && shorthand.isPresent()) {
            Entry entry = shorthand.get();
            Object text = value(node, entry.shape(), entry.key(), path);
            return Defaults.section(shape, Map.of(entry.name(), text));
        }
        if (!isNothing(node) && !(node instanceof MappingNode)) {
            String expected =
                    "keys such as " + String.join(", ", shape.names().stream().limit(3).toList());
            findings.fault(path, seen(node), expected, "");
            return Defaults.blank(shape);
        }
        Map<String, Node> given = node instanceof MappingNode m ? distinct(m, path) : Map.of();
        unknown(given, shape, path);
        Map<String, Object> bound = new LinkedHashMap<>();
        for (Entry entry : shape.entries()) {
            Node child = given.get(entry.name());
            String below = path.isEmpty() ? entry.name() : path + "." + entry.name();
            if (child != null) {
                bound.put(entry.name(), value(child, entry.shape(), entry.key(), below));
            } else if (entry.required()) {
                missing(entry, below, given, path);
            }
        }
        return Defaults.section(shape, bound);
    }

    private void missing(Entry entry, String below, Map<String, Node> given, String path) {
        boolean misspelt =
                given.keySet().stream()
                        .anyMatch(name ->
                                Nearest.of(name, List.of(entry.name())).equals(entry.name()));
        Place place = findings.where(path).seeing("missing");
        if (!misspelt) {
            findings.fault(below, place, Defaults.expected(entry.shape(), entry.key()), "");
        }
    }

    private void unknown(Map<String, Node> given, Section shape, String path) {
        for (String name : given.keySet()) {
            if (!shape.names().contains(name)) {
                String below = path.isEmpty() ? name : path + "." + name;
                String near = Nearest.of(name.replace('_', '-'), shape.names());
                findings.fault(
                        below,
                        findings.where(below).seeing("unknown key"),
                        "one of " + String.join(", ", shape.names()),
                        near.isEmpty() ? "" : "did you mean " + near + "?");
            }
        }
    }

    /// The entries by name, in the order of the file; a name given twice is a fault. Notes where
    /// each key stands.
    private Map<String, Node> distinct(MappingNode mapping, String path) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = seen(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.fault(path, place, "a name before the colon", "");
                continue;
            }
            String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) == null) {
                findings.place(below, place);
            } else {
                String first = "the first is in line " + findings.where(below).line();
                findings.fault(below, place.seeing("given twice"), "each key once", first);
            }
        }
        return entries;
    }

    private static boolean isFile(Key key, String text) {
        return key.form() == Form.FILE && !text.isEmpty() && !List.of(key.words()).contains(text);
    }

    private static String emptyHint(Node node, Shape shape, Key key) {
        return isNothing(node)
                        && shape == Shape.Scalar.TEXT
                        && key.form().judge("") instanceof Parsed.Value
                ? "an empty text is \"\""
                : "";
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isEmpty());
    }

    private static Place seen(Node node) {
        String seen =
                switch (node) {
                    case ScalarNode scalar ->
                            isNothing(node)
                                    ? "nothing"
                                    : Place.quoted(Secrets.without(scalar.getValue()));
                    case SequenceNode _ -> "a list";
                    default -> "keys";
                };
        return Place.of(node.getStartMark(), seen);
    }
}
