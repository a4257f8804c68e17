package dev.goodgate.lab.scenario;

import java.io.IOException;

/// What the client does in a scenario. One file a family: see the classes named `…Drives`.
@FunctionalInterface
public interface Drive {
    /// Plays the client and returns the exchange that is judged. Throws IOException when the lab
    /// itself could not play; what the gateway does is never an exception but part of the exchange.
    Exchange play(Encounter encounter) throws IOException;
}
