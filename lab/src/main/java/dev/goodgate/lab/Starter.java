package dev.goodgate.lab;

import dev.goodgate.lab.serve.Plan;
import java.io.IOException;

/// Starts the gateway under test.
@FunctionalInterface
public interface Starter {
    /// Starts it with this configuration and returns once it answers on the plan's gateway port.
    ProxyUnderTest start(String configuration, Plan plan) throws IOException;
}
