package dev.goodgate.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/// A running gateway. Closing it stops it, when whoever handed it in may.
public interface ProxyUnderTest extends AutoCloseable {
    /// Where clients reach it.
    InetSocketAddress address();

    /// Where it tells what it saw; empty for a foreign gateway, of which only the wire is judged.
    Optional<Insight> insight();

    /// Its process, when it is one that may be frozen and limited.
    default Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    void close() throws IOException;
}
