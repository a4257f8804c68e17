package dev.goodgate.gateway.route;

/// Takes octets, in order.
@FunctionalInterface
public interface Sink {
    /// Takes all of `octets`; keeps no reference.
    void put(byte[] octets);
}
