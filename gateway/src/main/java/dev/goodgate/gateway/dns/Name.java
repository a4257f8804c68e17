package dev.goodgate.gateway.dns;

import dev.goodgate.diagnosis.Evidence.DnsAnswer.Source;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.ResolverSettings;
import io.netty.channel.EventLoop;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One host name and what is known about it. Any thread may call; the resolver's loop owns the
/// state, others read an immutable snapshot.
///
/// An answer serves its TTL, at least `min-ttl` and at most `max-ttl`; a question goes out when
/// nine tenths are over, and the old answer serves on for one TTL more while it runs. When the
/// resolver fails, the last good answer serves up to `stale`; a server's statement that the name is
/// gone ends it at once. At most one lookup runs, and they start at least `min-ttl` apart.
public final class Name {
    private static final int MAX_WAITERS = 1024;
    private static final Duration BACKGROUND = Duration.ofSeconds(5);

    private final String host;
    private final Sockets sockets;
    private final LongSupplier nanos;
    private final Supplier<Names.Source> source;
    private final Queue<Waiter> waiters = new ArrayDeque<>();
    private @Nullable Lookup running;
    private Duration limit = BACKGROUND;
    private long askedAt;
    private boolean asked;
    private boolean closed;
    private volatile boolean sixFirst = true; // RFC 8305 section 4, until the other family worked
    private volatile Known known;

    Name(String host, Sockets sockets, LongSupplier nanos, Supplier<Names.Source> source) {
        this.host = host;
        this.sockets = sockets;
        this.nanos = nanos;
        this.source = source;
        List<InetAddress> fixed = source.get().fixed(host);
        this.known = fixed == null ? Known.nothing() : Known.fixed(fixed);
    }

    /// The name, in lower case.
    public String host() {
        return host;
    }

    /// The best that is known now. Never waits, never asks.
    public Answer current() {
        return known.best(nanos.getAsLong());
    }

    /// Tells `then` the answer, on `loop` and exactly once, within `limit`: at once when it is
    /// known (in this call, if it is made on `loop`), otherwise when the resolver has spoken or the
    /// limit is over.
    public void lookup(EventLoop loop, Duration limit, Consumer<Answer> then) {
        long now = nanos.getAsLong();
        Known snapshot = known;
        Answer fresh = snapshot.fresh(now);
        if (fresh == null) {
            home(() -> ask(new Waiter(loop, then), limit));
            return;
        }
        if (snapshot.due(now)) home(this::refresh);
        if (loop.inEventLoop()) then.accept(fresh);
        else new Waiter(loop, then).tell(fresh);
    }

    /// To be called when a connection to an address of this name failed: asks again, unless that
    /// was done less than `min-ttl` ago.
    public void reResolve() {
        if (!known.fixed()) home(this::refresh);
    }

    /// To be called when a connection to an address of this name was made: its family comes first
    /// from the next answer on.
    public void worked(InetAddress address) {
        boolean six = address instanceof Inet6Address;
        if (six != sixFirst) sixFirst = six;
    }

    void sourceChanged() {
        home(() -> {
            List<InetAddress> fixed = source.get().fixed(host);
            if (fixed != null) known = Known.fixed(fixed);
            else if (known.fixed()) known = Known.nothing();
        });
    }

    void close() {
        home(() -> {
            closed = true;
            if (running != null) running.cancel();
            waiters.clear();
        });
    }

    private void home(Runnable work) {
        try {
            if (sockets.loop().inEventLoop()) work.run();
            else sockets.loop().execute(work);
        } catch (RejectedExecutionException _) {
            // The process is going down; there is nobody to tell.
        }
    }

    private void ask(Waiter waiter, Duration within) {
        long now = nanos.getAsLong();
        Known snapshot = known;
        Answer.Addresses stale = snapshot.stale(now);
        boolean failing = snapshot.failure() != null;
        if (snapshot.fresh(now) != null || (failing && (stale != null || !snapshot.due(now)))) {
            waiter.tell(snapshot.best(now));
            refresh();
        } else if (waiters.size() >= MAX_WAITERS) {
            waiter.tell(stale != null ? stale : timeout("too many requests wait for this name"));
        } else {
            waiters.add(waiter);
            waiter.expire(stale != null ? within.dividedBy(4) : within);
            limit = within;
            refresh();
        }
    }

    private void refresh() {
        Names.Source from = source.get();
        long now = nanos.getAsLong();
        long apart = from.settings().minTtl().toNanos();
        if (closed || running != null || known.fixed() || (asked && now - askedAt < apart)) return;
        List<String> candidates = from.servers().candidates(host);
        if (from.servers().addresses().isEmpty() || candidates.isEmpty()) {
            found(
                    candidates.isEmpty()
                            ? Finding.broken(Symptom.DNS_OTHER, "not a host name")
                            : Finding.broken(Symptom.DNS_NO_RESOLVER, "no name server is known"));
            return;
        }
        asked = true;
        askedAt = now;
        Lookup.Limits limits =
                new Lookup.Limits(
                        limit.multipliedBy(15).dividedBy(16), from.settings().maxAddresses());
        Lookup lookup = new Lookup(sockets, from.servers(), candidates, limits, new Outcome());
        running = lookup;
        lookup.start();
    }

    private final class Outcome implements Lookup.Told {
        @Override
        public void found(Finding finding) {
            Name.this.found(finding);
        }

        @Override
        public void ended() {
            running = null;
        }
    }

    private void found(Finding finding) {
        long now = nanos.getAsLong();
        ResolverSettings settings = source.get().settings();
        long retryAt = now + settings.minTtl().toNanos();
        if (known.fixed()) {
            tellAll(known.best(now));
            return;
        }
        switch (finding) {
            case Finding.Found(var addresses, var ttl) -> good(addresses, ttl, now);
            case Finding.Absent(var failure) -> {
                known = Known.failed(failure, retryAt);
                tellAll(failure);
            }
            case Finding.Broken(var failure) -> {
                known = known.failing(failure, retryAt, now);
                tellAll(known.best(now));
            }
        }
    }

    private void good(List<InetAddress> addresses, long ttlSeconds, long now) {
        ResolverSettings settings = source.get().settings();
        long least = settings.minTtl().toNanos();
        long most = Math.max(least, settings.maxTtl().toNanos());
        long ttl = Math.clamp(TimeUnit.SECONDS.toNanos(ttlSeconds), least, most);
        List<InetAddress> ordered = ordered(addresses, settings.maxAddresses());
        known =
                Known.good(
                        ordered,
                        new Known.Times(
                                now + Math.max(least, ttl / 10 * 9),
                                now + 2 * ttl,
                                now + Math.max(2 * ttl, settings.stale().toNanos())));
        if (!waiters.isEmpty()) {
            tellAll(new Answer.Addresses(ordered, Source.FRESH, Optional.empty()));
        }
    }

    private List<InetAddress> ordered(List<InetAddress> addresses, int keep) {
        List<InetAddress> four = new ArrayList<>();
        List<InetAddress> six = new ArrayList<>();
        addresses.forEach(a -> (a instanceof Inet6Address ? six : four).add(a));
        return sixFirst ? Lookup.interleaved(six, four, keep) : Lookup.interleaved(four, six, keep);
    }

    private void tellAll(Answer answer) {
        for (Waiter waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            waiter.tell(answer);
        }
    }

    /// Old addresses, because the resolver takes its time.
    private static Answer.Addresses late(Answer.Addresses stale) {
        Optional<Symptom> why = stale.staleBecause().or(() -> Optional.of(Symptom.DNS_TIMEOUT));
        return new Answer.Addresses(stale.addresses(), Source.STALE, why);
    }

    private static Answer.Failed timeout(String details) {
        return new Answer.Failed(Symptom.DNS_TIMEOUT, "", details, OptionalInt.empty());
    }

    /// Somebody who waits, on a loop of his own.
    private final class Waiter {
        private final EventLoop loop;
        private final Consumer<Answer> then;
        private io.netty.util.concurrent.@Nullable Future<?> timer;

        Waiter(EventLoop loop, Consumer<Answer> then) {
            this.loop = loop;
            this.then = then;
        }

        void expire(Duration within) {
            timer = sockets.loop().schedule(this::expired, within.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void expired() {
            if (!waiters.remove(this)) return;
            Answer.Addresses stale = known.stale(nanos.getAsLong());
            tell(stale != null ? late(stale) : timeout("no answer within the limit"));
        }

        void tell(Answer answer) {
            if (timer != null) timer.cancel(false);
            try {
                loop.execute(() -> then.accept(answer));
            } catch (RejectedExecutionException _) {
                // That loop has ended, and with it whoever waited.
            }
        }
    }
}
