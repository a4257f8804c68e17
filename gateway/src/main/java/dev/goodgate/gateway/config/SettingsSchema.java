package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Shape.Entry;
import dev.goodgate.gateway.config.Shape.Scalar;
import dev.goodgate.gateway.config.Shape.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The configuration as JSON Schema (draft 2020-12), for editors: `# yaml-language-server:
/// $schema=…`. Made from the settings records, as the reader is.
public final class SettingsSchema {
    private static final String VARIABLE = ".*\\$\\{.*\\}.*";

    private SettingsSchema() {}

    /// The schema as indented JSON with a line end.
    public static String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://goodgate.dev/schema/goodgate.schema.json");
        schema.put("title", "Goodgate configuration");
        schema.putAll(section(Shape.root()));
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(schema)
                        .replace("\r\n", "\n")
                + "\n";
    }

    private static Map<String, Object> section(Section shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Entry entry : shape.entries()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", entry.key().doc());
            property.putAll(of(entry.shape(), entry.key()));
            if (!entry.required() && !(entry.shape() instanceof Section)) {
                property.put("default", defaultOf(entry));
            }
            properties.put(entry.name(), property);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required =
                shape.entries().stream().filter(Entry::required).map(Entry::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> of(Shape shape, Key key) {
        return switch (shape) {
            case Scalar scalar -> scalar(scalar, key);
            case Shape.Choice choice -> Map.of("enum", choice.words());
            case Shape.Many many -> many(many, key);
            case Shape.Named named ->
                    ordered("type", "object", "additionalProperties", of(named.item(), key));
            case Section section -> oneOrText(section);
        };
    }

    private static Map<String, Object> many(Shape.Many shape, Key key) {
        Map<String, Object> schema = ordered("type", "array", "items", of(shape.item(), key));
        if (key.value().equals(Key.REQUIRED) && !(shape.item() instanceof Section)) {
            schema.put("minItems", 1);
        }
        return schema;
    }

    /// A section whose one required key may stand for it.
    private static Map<String, Object> oneOrText(Section section) {
        return section.shorthand()
                .map(entry -> List.of(of(entry.shape(), entry.key()), section(section)))
                .<Map<String, Object>>map(ways -> ordered("anyOf", ways))
                .orElseGet(() -> section(section));
    }

    private static Map<String, Object> scalar(Scalar scalar, Key key) {
        return switch (scalar) {
            case TEXT -> ordered("type", "string");
            case FLAG -> orVariable(ordered("type", "boolean"));
            case WHOLE -> orVariable(whole(key));
            case TIME -> ordered("type", "string", "pattern", pattern(Units.DURATION, key));
            case SIZE -> {
                String pattern = pattern(Units.SIZE, key);
                yield ordered(
                        "type", List.of("string", "integer"), "pattern", pattern, "minimum", 0);
            }
        };
    }

    private static Map<String, Object> whole(Key key) {
        Map<String, Object> schema = ordered("type", "integer");
        long least = key.least().isEmpty() ? 0 : Long.parseLong(key.least());
        schema.put("minimum", Math.min(least, leastDefault(key, least)));
        if (!key.most().isEmpty()) {
            schema.put("maximum", Long.parseLong(key.most()));
        }
        return schema;
    }

    private static long leastDefault(Key key, long otherwise) {
        return key.value().matches("[0-9]+") ? Long.parseLong(key.value()) : otherwise;
    }

    private static Map<String, Object> orVariable(Map<String, Object> schema) {
        Map<String, Object> variable = ordered("type", "string", "pattern", "^" + VARIABLE + "$");
        return ordered("anyOf", List.of(schema, variable));
    }

    private static String pattern(String form, Key key) {
        StringBuilder words = new StringBuilder();
        for (String word : key.words()) {
            words.append('|').append(word);
        }
        return "^(" + form + words + "|" + VARIABLE + ")$";
    }

    private static Object defaultOf(Entry entry) {
        if (entry.shape() == Scalar.WHOLE) {
            return Integer.parseInt(entry.key().value());
        }
        if (entry.shape() == Scalar.FLAG) {
            return Boolean.parseBoolean(entry.key().value());
        }
        return entry.shape() instanceof Shape.Many || entry.shape() instanceof Shape.Named
                ? new Load(LoadSettings.builder().build()).loadFromString(entry.key().value())
                : entry.key().value();
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
