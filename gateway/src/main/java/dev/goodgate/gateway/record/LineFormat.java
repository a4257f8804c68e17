package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/// A form of log line. Stateless; any thread. Allocates nothing for a completed exchange.
interface LineFormat {
    /// Fills the line, line feed included; `diagnosis` is null for an exchange that did not fail.
    void encode(ExchangeRecord exchange, @Nullable Diagnosis diagnosis, Line out);
}
