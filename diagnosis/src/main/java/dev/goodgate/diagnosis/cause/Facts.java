package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Questions that several causes ask about a failure.
final class Facts {
    static final Optional<Confidence> NO = Optional.empty();
    static final Optional<Confidence> POSSIBLE = Optional.of(Confidence.POSSIBLE);
    static final Optional<Confidence> LIKELY = Optional.of(Confidence.LIKELY);
    static final Optional<Confidence> CONFIRMED = Optional.of(Confidence.CONFIRMED);

    private static final List<String> FOREIGN =
            List.of(
                    "\\x15\\x03",
                    "\\x16\\x03",
                    "\\x00\\x00",
                    "ssh-",
                    "220 ",
                    "220-",
                    "-err",
                    "j\\x00\\x00\\x00",
                    "\\x01\\x0");

    private Facts() {}

    /// Whether a system call failed with that error.
    static boolean errno(Failure failure, String name) {
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.Errno errno && errno.name().equals(name)) return true;
        }
        return false;
    }

    /// Whether the last try went out on a reused connection.
    static boolean reused(Failure failure) {
        if (!failure.attempts().isEmpty()) return failure.attempts().getLast().reused();
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.ConnectionAge(Evidence.Age.Reused _)) return true;
        }
        return false;
    }

    /// Whether some part of the response had come.
    static boolean received(Failure failure) {
        return !failure.attempts().isEmpty() && failure.attempts().getLast().receivedBytes() > 0;
    }

    /// Whether an address that was tried begins so.
    static boolean tried(Failure failure, String prefix) {
        for (Attempt attempt : failure.attempts()) {
            if (attempt.address().startsWith(prefix)) return true;
        }
        return false;
    }

    /// Whether the last try took at least that long.
    static boolean lasted(Failure failure, long micros) {
        return !failure.attempts().isEmpty() && failure.attempts().getLast().micros() >= micros;
    }

    /// Whether the address came from an answer of that kind.
    static boolean answered(Failure failure, Evidence.DnsAnswer.Source source) {
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.DnsAnswer answer && answer.source() == source) {
                return true;
            }
        }
        return false;
    }

    /// Whether the offending octets of the response are how another protocol begins: a TLS record,
    /// HTTP/2 SETTINGS, SSH, SMTP or FTP, Redis, MySQL. Escapes are those of the evidence.
    static boolean foreignOctets(Failure failure) {
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.RuleBroken broken && foreign(broken.octets())) {
                return true;
            }
        }
        return false;
    }

    private static boolean foreign(String octets) {
        String start = octets.toLowerCase(Locale.ROOT);
        return FOREIGN.stream().anyMatch(start::startsWith);
    }
}
