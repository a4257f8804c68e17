package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;

/// Fields with names, as JSON and `key=value` have them.
interface Named {
    /// The field's value, empty where there is none.
    String get(String key);

    /// The value of the first of these that says something; `-` and `null` say nothing.
    default String first(String... keys) {
        for (String key : keys) {
            String value = get(key);
            if (!value.isEmpty() && !value.equals("-") && !value.equals("null")) return value;
        }
        return "";
    }

    /// An HTTP status of the first of these that has one, or -1.
    default int status(String... keys) {
        for (String key : keys) {
            int status = Figures.status(get(key));
            if (status >= 0) return status;
        }
        return -1;
    }

    /// When, by the first of these that says so: a date, or a number of seconds, milliseconds,
    /// microseconds or nanoseconds; else what the line's wrapper knew.
    default long micros(Line line, Clock clock, String... keys) {
        String value = first(keys);
        if (value.isEmpty()) return line.micros();
        long number = Figures.epochMicros(value);
        if (number != Line.NO_TIME) return number;
        Clock.Stamp stamp = clock.at(value, 0);
        return stamp.found() ? stamp.micros() : line.micros();
    }
}
