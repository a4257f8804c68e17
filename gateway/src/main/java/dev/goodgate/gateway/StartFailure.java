package dev.goodgate.gateway;

import java.util.List;

/// The gateway cannot start: one plain sentence a fault, for the operator.
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    StartFailure(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /// What stands in the way.
    public List<String> faults() {
        return faults;
    }
}
