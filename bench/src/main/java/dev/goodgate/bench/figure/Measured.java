package dev.goodgate.bench.figure;

import java.util.LinkedHashMap;
import java.util.Map;

/// What was measured, and whether that is good enough.
///
/// @param values by name, in the order they are told
record Measured(Map<String, Object> values, boolean reached) {
    Measured {
        values = new LinkedHashMap<>(values);
    }

    /// Collects values in order.
    static final class Notes {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Notes put(String name, Object value) {
            values.put(name, value);
            return this;
        }

        Measured reached(boolean reached) {
            return new Measured(values, reached);
        }
    }
}
