package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Shape.Entry;
import dev.goodgate.gateway.config.Shape.Scalar;
import dev.goodgate.gateway.config.Shape.Section;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What keys are when they are absent: the value of their [Key], read as the file is.
final class Defaults {
    private Defaults() {}

    /// The default of a key; a blank where the key is required.
    static Object of(Shape shape, Key key) {
        String text = key.value();
        if (text.equals(Key.REQUIRED)) {
            return blank(shape);
        }
        return switch (shape) {
            case Scalar _, Shape.Choice _ -> good(parse(shape, key, text), text);
            case Shape.Many many -> list(many, key);
            case Shape.Named _ -> Map.of();
            case Section section -> section(section, Map.of());
        };
    }

    /// What stands in for a value that is required and not there. Never part of loaded settings.
    static Object blank(Shape shape) {
        return switch (shape) {
            case Scalar scalar ->
                    switch (scalar) {
                        case TEXT -> "";
                        case WHOLE -> 0;
                        case FLAG -> false;
                        case TIME -> Duration.ZERO;
                        case SIZE -> new ByteSize(0);
                    };
            case Shape.Choice choice -> choice.type().getEnumConstants()[0];
            case Shape.Many _ -> List.of();
            case Shape.Named _ -> Map.of();
            case Section section -> section(section, Map.of());
        };
    }

    /// A record from the values given; defaults for the others.
    static Object section(Section shape, Map<String, Object> given) {
        Class<?>[] types =
                Arrays.stream(shape.type().getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        Object[] values =
                shape.entries().stream().map(entry -> value(entry, given)).toArray(Object[]::new);
        try {
            return shape.type().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings record: " + shape.type(), e);
        }
    }

    /// A scalar of `shape` from its text.
    static Parsed parse(Shape shape, Key key, String text) {
        return switch (shape) {
            case Scalar scalar -> Values.scalar(scalar, key, text);
            case Shape.Choice choice -> Values.choice(choice, text);
            case Shape.Many _, Shape.Named _, Section _ ->
                    throw new IllegalStateException("not a scalar: " + shape);
        };
    }

    /// What a key wants, in words.
    static String expected(Shape shape, Key key) {
        return switch (shape) {
            case Scalar _, Shape.Choice _ ->
                    parse(shape, key, "\u0001") instanceof Parsed.Wrong(var expected, _)
                            ? expected
                            : "a text";
            case Shape.Many _ -> "a list";
            case Shape.Named _ -> "names with their values";
            case Section section -> "keys such as " + section.names().getFirst();
        };
    }

    private static Object value(Entry entry, Map<String, Object> given) {
        Object value = given.get(entry.name());
        return value == null ? of(entry.shape(), entry.key()) : value;
    }

    private static Object list(Shape.Many shape, Key key) {
        List<Object> items = new ArrayList<>();
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(key.value());
        for (Object item : (List<?>) loaded) {
            items.add(good(parse(shape.item(), key, item.toString()), item.toString()));
        }
        return List.copyOf(items);
    }

    private static Object good(Parsed parsed, String text) {
        return switch (parsed) {
            case Parsed.Value(var value) -> value;
            case Parsed.Wrong(var expected, _) ->
                    throw new IllegalStateException(
                            "default " + text + " (expected: " + expected + ")");
        };
    }
}
