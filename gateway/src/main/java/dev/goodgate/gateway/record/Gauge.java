package dev.goodgate.gateway.record;

import java.util.List;
import java.util.function.LongSupplier;

/// One value that another room shows in `/metrics`. `name` is that of its family, `help` one
/// sentence (the same for the whole family), `labels` come from configuration or closed lists,
/// never from requests. `value` is read on a thread of the admin listener at any time: it must be
/// cheap, safe for any thread and never throw. A name that ends in `_total` is shown as a counter.
public record Gauge(String name, String help, List<Label> labels, LongSupplier value) {

    /// A label with its value.
    public record Label(String name, String value) {}

    public Gauge {
        labels = List.copyOf(labels);
        if (!name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*")) {
            throw new IllegalArgumentException(
                    "name: \""
                            + name
                            + "\" (expected: a metric name such as goodgate_connections)");
        }
    }
}
