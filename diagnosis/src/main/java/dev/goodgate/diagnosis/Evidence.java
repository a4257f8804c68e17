package dev.goodgate.diagnosis;

import java.time.Duration;
import java.util.List;

/// One typed observation behind a failure. Text in it is escaped already and safe to print.
public sealed interface Evidence {

    /// A system call failed: `ECONNREFUSED` in `connect`.
    record Errno(String name, String call) implements Evidence {}

    /// A message broke a rule: the rule's id, its RFC section, the offset of the octet in the
    /// message and up to 32 octets from there, escaped.
    record RuleBroken(String rule, String section, long offset, String octets)
            implements Evidence {}

    /// What the resolver answered: the name, an rcode such as `NXDOMAIN`, the addresses (may be
    /// empty).
    record DnsAnswer(String name, String rcode, List<String> addresses, Source source)
            implements Evidence {
        public DnsAnswer {
            addresses = List.copyOf(addresses);
        }

        /// Where an answer came from.
        public enum Source {
            FRESH,
            CACHED,
            STALE
        }
    }

    /// A limit of ours was reached: its configuration key and value as text with unit.
    record LimitReached(String key, String limit) implements Evidence {}

    /// A side closed first: who, and whether by FIN or RST.
    record Closed(Hop by, How how) implements Evidence {
        /// The two ways a TCP connection ends.
        public enum How {
            FIN,
            RST
        }
    }

    /// The origin's own status on an answer we relayed.
    record ReceivedStatus(int status) implements Evidence {}

    /// How old the connection was when the request went out on it.
    record ConnectionAge(Age age) implements Evidence {}

    /// Anything else worth a line, in a few plain words without addresses or names of ours.
    record Note(String text) implements Evidence {}

    /// A fresh connection, or one reused after lying idle.
    sealed interface Age {
        /// Opened for this request.
        record Fresh() implements Age {}

        /// Reused after that idle time.
        record Reused(Duration idle) implements Age {}
    }
}
