package dev.goodgate.gateway.dns;

import dev.goodgate.diagnosis.Evidence.DnsAnswer.Source;
import dev.goodgate.diagnosis.Symptom;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is known about a name. Immutable.
public sealed interface Answer {

    /// Where it leads, in the order in which to try (families interleaved, RFC 8305 section 4);
    /// never empty. `staleBecause` says why an answer beyond its time is still served.
    record Addresses(List<InetAddress> addresses, Source source, Optional<Symptom> staleBecause)
            implements Answer {
        public Addresses {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("addresses: empty (expected: at least one)");
            }
        }
    }

    /// No address: the symptom, the answer's `rcode` as text (empty when there was no answer), a
    /// short reason for operators, and the extended error code of RFC 8914 where the server gave
    /// one.
    record Failed(Symptom symptom, String rcode, String details, OptionalInt infoCode)
            implements Answer {}
}
