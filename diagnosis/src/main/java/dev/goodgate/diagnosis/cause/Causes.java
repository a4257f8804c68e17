package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import java.util.List;

/// The catalogue of causes. A new one is a class beside this one, its texts in `causes.properties`
/// and a line here. On equal confidence the earlier one ranks higher.
public final class Causes {
    /// All of them.
    public static final List<Cause> ALL = List.of(new UpstreamNotListening());

    private Causes() {}
}
