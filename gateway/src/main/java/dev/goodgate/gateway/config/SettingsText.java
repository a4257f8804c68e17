package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Shape.Entry;
import dev.goodgate.gateway.config.Shape.Section;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Prints the configuration in force: every key, defaults included, secrets hidden. Safe for all
/// threads.
public final class SettingsText {
    private static final String REDACTED = "(redacted)";

    private SettingsText() {}

    /// The whole configuration as YAML. Reads back into the same settings, but for the secrets.
    public static String of(Settings settings) {
        DumpSettings form =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setIndicatorIndent(2)
                        .setIndentWithIndicator(true)
                        .setWidth(200)
                        .setSplitLines(false)
                        .build();
        return new Dump(form).dumpToString(escaped(section(settings, Shape.root())));
    }

    /// The whole configuration as indented JSON, in the form of `docs/schema/goodgate.schema.json`.
    public static String json(Settings settings) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(section(settings, Shape.root()));
    }

    private static Map<String, Object> section(Object value, Section shape) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Entry entry : shape.entries()) {
            Object held = entry.of(value);
            if (!absent(held, entry.name(), value)) {
                boolean secret = entry.key().secret();
                out.put(entry.name(), secret ? REDACTED : shown(held, entry.shape()));
            }
        }
        return out;
    }

    /// Keys whose default is "not there" and that would mean something if they were printed.
    private static boolean absent(Object held, String name, Object owner) {
        return switch (held) {
            case RouteSettings.Redirect redirect -> redirect.to().isEmpty();
            case RouteSettings.Respond respond -> respond.status() == 0;
            case RouteSettings.Maintenance maintenance -> maintenance.page().isEmpty();
            case String text
                    when owner instanceof RouteSettings.Match match && name.equals("path") ->
                    text.isEmpty() || !match.exact().isEmpty() || !match.regex().isEmpty();
            case String text -> text.isEmpty();
            default -> false;
        };
    }

    private static Object shown(Object value, Shape shape) {
        return switch (shape) {
            case Section section -> section(value, section);
            case Shape.Many many ->
                    ((List<?>) value).stream().map(item -> shown(item, many.item())).toList();
            case Shape.Named named -> named((Map<?, ?>) value, named);
            case Shape.Choice _ -> Shape.Choice.dashed(value);
            case Shape.Scalar _ -> scalar(value);
        };
    }

    private static Object named(Map<?, ?> items, Shape.Named shape) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Map.Entry<?, ?> item : items.entrySet()) {
            String name = item.getKey().toString();
            boolean secret = shape.item() == Shape.Scalar.TEXT && Secrets.named(name);
            out.put(name, secret ? REDACTED : shown(item.getValue(), shape.item()));
        }
        return out;
    }

    private static Object scalar(Object value) {
        return switch (value) {
            case Duration duration -> Units.text(duration);
            case ByteSize size -> Units.text(size);
            default -> value;
        };
    }

    /// The same tree with `$${` for `${`, which the reader would fill in.
    private static Object escaped(Object value) {
        return switch (value) {
            case String text -> text.replace("${", "$${");
            case List<?> list -> list.stream().map(SettingsText::escaped).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> out = new LinkedHashMap<>();
                map.forEach((name, item) -> out.put(name, escaped(item)));
                yield out;
            }
            default -> value;
        };
    }
}
