package dev.goodgate.http.structured;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A value with its parameters. RFC 9651 section 3.3.
///
/// @param value the value
/// @param parameters in order; unmodifiable
public record Item(BareItem value, Map<String, BareItem> parameters) implements Member {

    /// Copies the parameters and checks their keys.
    public Item {
        parameters = copy(parameters);
    }

    /// An item without parameters.
    public Item(BareItem value) {
        this(value, Map.of());
    }

    /// The same with one more parameter, or another value of it.
    public Item with(String key, BareItem parameter) {
        var more = new LinkedHashMap<>(parameters);
        more.put(key, parameter);
        return new Item(value, more);
    }

    static Map<String, BareItem> copy(Map<String, BareItem> parameters) {
        parameters.keySet().forEach(Grammar::checkedKey);
        return Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
