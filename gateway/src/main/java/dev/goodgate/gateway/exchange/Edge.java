package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.policy.MemoryLevel;
import dev.goodgate.gateway.record.Recorder;

/// What exchanges need of the process around them. Implemented once, by the gateway; safe for every
/// loop.
public interface Edge {

    /// The newest configuration.
    Snapshot snapshot();

    /// Where exchanges end.
    Recorder recorder();

    /// Our name in Via, unique to this process: by it a request that comes back is known.
    String pseudonym();

    /// How much memory is in use.
    MemoryLevel memory();

    /// Whether the process is asked to stop.
    boolean draining();

    /// How long an idle client connection is kept at present.
    long keepAliveNanos();

    /// The connection is over.
    void closed(ClientConnection connection);

    /// Something was thrown that never should be.
    void bug(Throwable thrown);
}
