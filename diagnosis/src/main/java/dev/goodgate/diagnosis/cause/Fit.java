package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Locale;
import java.util.Optional;

/// How well a cause fits a failure by its symptom. What is said first holds. Proof (a log line, a
/// process that ended, a probe) raises whatever fits to confirmed.
final class Fit {
    private final Failure failure;
    private Optional<Confidence> confidence = Optional.empty();
    private boolean proof;

    private Fit(Failure failure) {
        this.failure = failure;
    }

    static Fit of(Failure failure) {
        return new Fit(failure);
    }

    Fit confirmed(Symptom... symptoms) {
        return take(Confidence.CONFIRMED, symptoms);
    }

    Fit likely(Symptom... symptoms) {
        return take(Confidence.LIKELY, symptoms);
    }

    Fit possible(Symptom... symptoms) {
        return take(Confidence.POSSIBLE, symptoms);
    }

    /// Symptoms that speak for the cause only where proof is there. Said after the proof.
    Fit proven(Symptom... symptoms) {
        return proof ? take(Confidence.CONFIRMED, symptoms) : this;
    }

    /// Speaks for the cause, where proof is there, in whatever way a server behind a name fails to
    /// answer. Said after the proof.
    Fit provenUnanswered() {
        return proven(
                Symptom.CONNECT_REFUSED,
                Symptom.CONNECT_TIMEOUT,
                Symptom.CONNECT_UNREACHABLE,
                Symptom.CONNECT_RESET,
                Symptom.CONNECT_OTHER,
                Symptom.RESPONSE_CLOSED_EARLY,
                Symptom.RESPONSE_RESET,
                Symptom.RESPONSE_TRUNCATED,
                Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                Symptom.RESPONSE_TOTAL_TIMEOUT,
                Symptom.RESPONSE_BODY_TIMEOUT,
                Symptom.UPSTREAM_UNHEALTHY,
                Symptom.ROUTE_NO_ENDPOINTS,
                Symptom.ORIGIN_ERROR);
    }

    /// Speaks for the cause, where proof is there, in whatever way an old or wrong address shows
    /// itself. Said after the proof.
    Fit provenMisled() {
        return proven(
                Symptom.CONNECT_REFUSED,
                Symptom.CONNECT_TIMEOUT,
                Symptom.CONNECT_UNREACHABLE,
                Symptom.DNS_NXDOMAIN,
                Symptom.TLS_CERT_NAME,
                Symptom.ORIGIN_ERROR,
                Symptom.ROUTE_NONE);
    }

    /// Proof: a log line contains one of these, given in small letters.
    Fit logged(String... fragments) {
        for (Evidence evidence : failure.evidence()) {
            if (!(evidence instanceof Evidence.LogLine(var source, var text))) continue;
            String line = (source + ": " + text).toLowerCase(Locale.ROOT);
            for (String fragment : fragments) proof |= line.contains(fragment);
        }
        return this;
    }

    /// Proof: a process of the upstream ended so.
    Fit ended(Evidence.ProcessEnded.End end) {
        for (Evidence evidence : failure.evidence()) {
            proof |= evidence instanceof Evidence.ProcessEnded ended && ended.how() == end;
        }
        return this;
    }

    /// Proof: a probe found that.
    Fit probed(Evidence.Probe.Finding finding) {
        for (Evidence evidence : failure.evidence()) {
            proof |= evidence instanceof Evidence.Probe probe && probe.finding() == finding;
        }
        return this;
    }

    /// Empty when none of the symptoms named was the failure's.
    Optional<Confidence> confidence() {
        return proof && confidence.isPresent() ? Facts.CONFIRMED : confidence;
    }

    private Fit take(Confidence found, Symptom... symptoms) {
        if (confidence.isPresent()) return this;
        for (Symptom one : symptoms) {
            if (one == failure.symptom()) confidence = Optional.of(found);
        }
        return this;
    }
}
