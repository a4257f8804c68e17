package dev.goodgate.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/// Addresses as people write them on a command line.
final class Address {
    private Address() {}

    /// `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080` or `:8080` (this machine), with or without
    /// `http://` before and `/` after it; empty when it is none of these.
    static Optional<InetSocketAddress> of(String text) {
        String plain = text.startsWith("http://") ? text.substring("http://".length()) : text;
        if (plain.endsWith("/")) plain = plain.substring(0, plain.length() - 1);
        int colon = plain.lastIndexOf(':');
        if (colon < 0) return Optional.empty();
        String host = plain.substring(0, colon);
        if (host.isEmpty() || host.equals("localhost")) host = "127.0.0.1";
        try {
            int port = Integer.parseInt(plain.substring(colon + 1));
            return Optional.of(new InetSocketAddress(InetAddress.ofLiteral(host), port));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
