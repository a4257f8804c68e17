package dev.goodgate.gateway.config;

/// Threads and transport; read at start only.
public record RuntimeSettings(
        @Key(value = "0", most = "1024", doc = "Event loops; 0: one a processor.") int loops,
        @Key(value = "auto", doc = "auto, io-uring, epoll or nio.") Transport transport) {

    /// The ways to reach the kernel.
    public enum Transport {
        AUTO,
        IO_URING,
        EPOLL,
        NIO
    }
}
