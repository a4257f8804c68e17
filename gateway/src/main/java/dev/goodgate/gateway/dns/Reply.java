package dev.goodgate.gateway.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;

/// One datagram or TCP message from a name server, judged against the question it should answer.
sealed interface Reply {

    /// Not an answer to our question: too short, another id, another question, not a response.
    record Foreign() implements Reply {}

    /// Our id, but the rest cannot be read.
    record Malformed(String details) implements Reply {}

    /// More than a datagram holds: ask again over TCP (RFC 7766).
    record Truncated() implements Reply {}

    /// A readable answer. `alias` is the last name of the CNAME chain when no address came with it,
    /// in wire form, empty otherwise; `noData` says the server stated that there is none (SOA in
    /// the authority section, RFC 2308 section 2.2).
    record Read(
            int rcode,
            List<InetAddress> addresses,
            long ttlSeconds,
            String alias,
            boolean noData,
            OptionalInt infoCode)
            implements Reply {}
}
