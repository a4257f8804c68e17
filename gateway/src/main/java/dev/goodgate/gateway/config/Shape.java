package dev.goodgate.gateway.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a key holds, read off the settings records once. Reader, schema, reference and print-out
/// all walk this tree.
sealed interface Shape {
    /// A value written as one scalar.
    enum Scalar implements Shape {
        TEXT,
        WHOLE,
        FLAG,
        TIME,
        SIZE
    }

    /// One of a closed list of words.
    record Choice(Class<?> type) implements Shape {
        /// The words, lower case and dashed, in the order of the enum.
        List<String> words() {
            List<String> words = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                words.add(dashed(constant));
            }
            return words;
        }

        static String dashed(Object constant) {
            return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Several of one shape.
    record Many(Shape item) implements Shape {}

    /// Several of one shape, each with a name.
    record Named(Shape item) implements Shape {}

    /// A record with its keys.
    record Section(Class<?> type, List<Entry> entries) implements Shape {
        List<String> names() {
            return entries.stream().map(Entry::name).toList();
        }

        /// The key whose text alone may stand for the whole section: its only required one.
        Optional<Entry> shorthand() {
            List<Entry> required = entries.stream().filter(Entry::required).toList();
            return required.size() == 1 && required.getFirst().shape() == Scalar.TEXT
                    ? Optional.of(required.getFirst())
                    : Optional.empty();
        }
    }

    /// One key of a section.
    record Entry(String name, Key key, Shape shape, RecordComponent component) {
        boolean required() {
            return key.value().equals(Key.REQUIRED);
        }

        /// The value in `owner`, a record of the section's type.
        Object of(Object owner) {
            try {
                return component.getAccessor().invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("settings record: " + component, e);
            }
        }
    }

    /// The shape of the whole file.
    static Section root() {
        return section(Settings.class);
    }

    private static Section section(Class<?> type) {
        List<Entry> entries = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Key key = component.getAnnotation(Key.class);
            if (key == null) {
                throw new IllegalStateException(component + ": no @Key");
            }
            Shape shape = of(component.getGenericType());
            entries.add(new Entry(dashed(component.getName()), key, shape, component));
        }
        return new Section(type, List.copyOf(entries));
    }

    private static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Shape item = of(arguments[arguments.length - 1]);
            return generic.getRawType() == Map.class ? new Named(item) : new Many(item);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return new Choice(plain);
        }
        return plain.isRecord() && plain != ByteSize.class ? section(plain) : scalar(plain);
    }

    private static Scalar scalar(Class<?> type) {
        if (type == String.class) {
            return Scalar.TEXT;
        }
        if (type == int.class) {
            return Scalar.WHOLE;
        }
        if (type == boolean.class) {
            return Scalar.FLAG;
        }
        if (type == Duration.class) {
            return Scalar.TIME;
        }
        if (type == ByteSize.class) {
            return Scalar.SIZE;
        }
        throw new IllegalStateException("no shape for " + type);
    }

    private static String dashed(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
