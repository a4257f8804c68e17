package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Shape.Entry;
import dev.goodgate.gateway.config.Shape.Scalar;
import dev.goodgate.gateway.config.Shape.Section;
import java.util.ArrayList;
import java.util.List;

/// The reference of every key, as Markdown: `docs/configuration.md`. Made from the settings
/// records, as the reader is.
public final class SettingsReference {
    private static final String HEAD =
            """
            # Configuration

            One YAML file. This page is generated from the settings records (`gateway`, package
            `config`); `docs/schema/goodgate.schema.json` is its JSON Schema and
            `examples/full/goodgate.yaml` has every key once.

            - `goodgate check FILE` reads it and names every fault with line and column.
            - A key that is not there has its default. A key that is not known is a fault.
            - `${NAME}` and `${NAME:-default}` in a value are filled in from the environment;
              `$${` is a plain `${`.
            - Durations are `250ms`, `3s`, `5m`, `1h`; sizes `512` (octets), `64KiB`, `8MiB`, `1GiB`.
            - A section whose only required key is a text may be written as that text:
              `listeners: ["127.0.0.1:8080"]`, `endpoints: ["http://127.0.0.1:3000"]`.
            """;

    private SettingsReference() {}

    /// The page, with a line end.
    public static String markdown() {
        StringBuilder out = new StringBuilder(HEAD);
        table("", Shape.root(), out);
        return out.toString();
    }

    private static void table(String path, Section shape, StringBuilder out) {
        out.append("\n## ").append(path.isEmpty() ? "The file" : "`" + path + "`").append("\n\n");
        out.append("| key | type | default | meaning |\n|---|---|---|---|\n");
        List<Entry> sections = new ArrayList<>();
        for (Entry entry : shape.entries()) {
            out.append("| `").append(entry.name()).append("` | ").append(type(entry));
            out.append(" | ").append(otherwise(entry)).append(" | ");
            out.append(cell(entry.key().doc())).append(" |\n");
            if (section(entry.shape()) != null) {
                sections.add(entry);
            }
        }
        for (Entry entry : sections) {
            Section below = section(entry.shape());
            if (below != null) {
                String name = path.isEmpty() ? entry.name() : path + "." + entry.name();
                table(name + suffix(entry.shape()), below, out);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Section section(Shape shape) {
        return switch (shape) {
            case Section section -> section;
            case Shape.Many many -> section(many.item());
            case Shape.Named named -> section(named.item());
            case Scalar _, Shape.Choice _ -> null;
        };
    }

    private static String suffix(Shape shape) {
        return switch (shape) {
            case Shape.Many _ -> "[]";
            case Shape.Named _ -> ".NAME";
            case Scalar _, Shape.Choice _, Section _ -> "";
        };
    }

    private static String type(Entry entry) {
        Key key = entry.key();
        String words =
                key.words().length == 0 ? "" : ", `" + String.join("`, `", key.words()) + "`";
        String bounds = key.least().isEmpty() && key.most().isEmpty() ? "" : bounds(entry);
        return word(entry.shape()) + bounds + words;
    }

    private static String bounds(Entry entry) {
        String least = entry.key().least().isEmpty() ? "0" : entry.key().least();
        return entry.key().most().isEmpty()
                ? " from " + least
                : " " + least + " to " + entry.key().most();
    }

    private static String word(Shape shape) {
        return switch (shape) {
            case Scalar scalar ->
                    switch (scalar) {
                        case TEXT -> "text";
                        case WHOLE -> "number";
                        case FLAG -> "true, false";
                        case TIME -> "duration";
                        case SIZE -> "size";
                    };
            case Shape.Choice choice -> "`" + String.join("`, `", choice.words()) + "`";
            case Shape.Many many -> "list of " + word(many.item());
            case Shape.Named named -> "names, each a " + word(named.item());
            case Section _ -> "section";
        };
    }

    private static String otherwise(Entry entry) {
        if (entry.required()) {
            return "required";
        }
        boolean nothing =
                entry.key().value().isEmpty()
                        || entry.key().value().equals("{}")
                        || entry.key().value().equals("[]");
        return nothing ? "–" : "`" + entry.key().value() + "`";
    }

    private static String cell(String doc) {
        return doc.replace("|", "\\|").replace("{", "\\{");
    }
}
