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

    /// The endpoint that was asked, as configured: its URL as written (`http://localhost:3000`,
    /// `unix:/run/app.sock`) and the place of that line (`gateway.yaml:7`, or `--to`), empty where
    /// unknown. It chooses remedies by platform and fills `{config}`. At most one a failure.
    record Endpoint(String url, String place) implements Evidence {}

    /// What the upstream last called itself in a `Server` or `X-Powered-By` field: `nginx/1.24.0`,
    /// `gunicorn`, `Express`. It chooses remedies by platform. At most one a failure.
    record Software(String name) implements Evidence {}

    /// A line somebody logged about this failure: whose log (`nginx`, `kernel`, `php-fpm`, a file)
    /// and the line.
    record LogLine(String source, String text) implements Evidence {}

    /// A process of the upstream ended about then: its name, or empty, and how.
    record ProcessEnded(String process, End how) implements Evidence {
        /// The ways a process ends.
        public enum End {
            /// The kernel killed it for memory.
            OUT_OF_MEMORY,
            /// A signal such as SIGSEGV or SIGABRT.
            CRASHED,
            /// It ended by itself with an error soon after its start.
            FAILED_TO_START,
            /// It was stopped or restarted on purpose.
            STOPPED
        }
    }

    /// What a probe of ours found out, with a few words of detail or none.
    record Probe(Finding finding, String detail) implements Evidence {
        /// What probes can tell.
        public enum Finding {
            /// No site at all answers from here.
            NOTHING_REACHABLE,
            /// Some packets are lost, or answer times vary wildly.
            PACKETS_LOST,
            /// It works from another network, not from this one.
            ONLY_HERE,
            /// It works without the proxy or VPN.
            WORKS_WITHOUT_PROXY,
            /// It works without cookies, cache and extensions.
            WORKS_IN_CLEAN_BROWSER,
            /// A login page of the network answers in place of the site.
            LOGIN_PAGE,
            /// The resolver in use gives another answer than the authoritative servers.
            RESOLVER_OUTDATED,
            /// Public resolvers disagree with each other.
            RESOLVERS_DISAGREE,
            /// The origin answers when asked directly, the CDN does not.
            ORIGIN_ANSWERS_DIRECTLY,
            /// The CDN answers for itself; the origin does not answer it.
            CDN_WITHOUT_ORIGIN,
            /// Some addresses of the name answer, others do not.
            SOME_ADDRESSES_FAIL,
            /// Another name, or the same with a small change, answers.
            NAME_RESEMBLES
        }
    }

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
