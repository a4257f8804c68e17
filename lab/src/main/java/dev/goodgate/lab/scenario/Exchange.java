package dev.goodgate.lab.scenario;

import dev.goodgate.lab.client.Answer;
import org.jspecify.annotations.Nullable;

/// The exchange of a scenario that is judged: its request id, and the answer; null when the client
/// left before one could come.
public record Exchange(String requestId, @Nullable Answer answer) {}
