package dev.goodgate.lab.fault;

import java.time.Duration;
import java.util.List;

/// How the lab's name server answers the queries for one name. Addresses are literals; a query for
/// the family that has none gets an empty answer.
public sealed interface Resolution {
    /// The first loopback address.
    Resolution HERE = new Addresses(List.of("127.0.0.1"), 1);

    /// Only a response code: 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED.
    record Code(int rcode) implements Resolution {}

    /// No answer at all.
    record Silence() implements Resolution {}

    /// NOERROR without a record.
    record Empty() implements Resolution {}

    /// Truncated over UDP; over TCP the connection is reset.
    record Truncated() implements Resolution {}

    /// These addresses.
    record Addresses(List<String> addresses, int ttlSeconds) implements Resolution {
        public Addresses {
            addresses = List.copyOf(addresses);
        }
    }

    /// Replies with a wrong id or a wrong question first, the right one last.
    record Spoofed(int wrong, Addresses right) implements Resolution {}

    /// An alias whose alias is the name itself.
    record AliasLoop() implements Resolution {}

    /// A reply whose name points at itself.
    record Malformed() implements Resolution {}

    /// One good answer, then silence.
    record DiesAfterFirst(Addresses first) implements Resolution {}

    /// One answer until the driver gives the signal `swap`, then the other.
    record Swaps(Addresses before, Addresses after) implements Resolution {}

    /// Truncated over UDP, whole over TCP.
    record OverTcp(Addresses addresses) implements Resolution {}

    /// A good answer, late.
    record Slow(Duration delay, Addresses addresses) implements Resolution {}
}
