package dev.goodgate.gateway.dns;

import dev.goodgate.diagnosis.Evidence.DnsAnswer.Source;
import dev.goodgate.diagnosis.Symptom;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What is known about a name at one moment. Immutable, answers made beforehand, so that reading it
/// allocates nothing. Times are values of the nano clock.
///
/// ```
///   answered      refreshAt   expires      usableUntil                staleUntil
///      |-- cached ----|- cached -|-- cached ----|---- stale, if failing ----|  nothing
///                     refresh in the background | a caller waits for the refresh
/// ```
record Known(
        Answer.@Nullable Addresses cached,
        Answer.@Nullable Addresses stale,
        Answer.@Nullable Failed failure,
        Times times,
        boolean fixed) {
    private static final Answer.Failed UNASKED =
            new Answer.Failed(Symptom.DNS_TIMEOUT, "", "not looked up yet", OptionalInt.empty());

    /// When things change; for a failure only `refreshAt` counts: nobody is asked again before.
    record Times(long refreshAt, long usableUntil, long staleUntil) {}

    static Known nothing() {
        return new Known(null, null, null, new Times(0, 0, 0), false);
    }

    static Known fixed(List<InetAddress> addresses) {
        Answer.Addresses answer = addresses(addresses, Source.CACHED);
        return new Known(answer, null, null, new Times(0, 0, 0), true);
    }

    static Known good(List<InetAddress> addresses, Times times) {
        return new Known(
                addresses(addresses, Source.CACHED),
                addresses(addresses, Source.STALE),
                null,
                times,
                false);
    }

    static Known failed(Answer.Failed failure, long retryAt) {
        return new Known(null, null, failure, new Times(retryAt, retryAt, retryAt), false);
    }

    /// The same addresses, now served because the resolver fails; without any if they are too old.
    Known failing(Answer.Failed why, long retryAt, long now) {
        Answer.Addresses last = stale;
        if (last == null || !staleAt(now)) return failed(why, retryAt);
        Answer.Addresses served =
                new Answer.Addresses(last.addresses(), Source.STALE, Optional.of(why.symptom()));
        return new Known(null, served, why, new Times(retryAt, retryAt, times.staleUntil()), false);
    }

    /// Addresses within their time, or a little beyond it while nobody has failed.
    Answer.@Nullable Addresses fresh(long now) {
        return fixed || (cached != null && now - times.usableUntil() < 0) ? cached : null;
    }

    /// Whether a question should go out.
    boolean due(long now) {
        return !fixed && (nothingKnown() || now - times.refreshAt() >= 0);
    }

    private boolean nothingKnown() {
        return cached == null && stale == null && failure == null;
    }

    private boolean staleAt(long now) {
        return now - times.staleUntil() < 0;
    }

    /// Old addresses, where they may still be served.
    Answer.@Nullable Addresses stale(long now) {
        return stale != null && staleAt(now) ? stale : null;
    }

    /// The best answer without asking.
    Answer best(long now) {
        Answer fresh = fresh(now);
        if (fresh != null) return fresh;
        Answer old = stale(now);
        if (old != null) return old;
        return failure != null ? failure : UNASKED;
    }

    private static Answer.Addresses addresses(List<InetAddress> addresses, Source source) {
        return new Answer.Addresses(addresses, source, Optional.empty());
    }
}
