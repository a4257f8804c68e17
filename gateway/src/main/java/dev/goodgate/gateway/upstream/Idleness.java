package dev.goodgate.gateway.upstream;

import dev.goodgate.gateway.loop.Deadline;
import dev.goodgate.gateway.loop.Loop;

/// The time that one connection lies idle: in the stack of its loop, counted by its endpoint, and
/// over at a deadline. Made once for each connection; used on its loop only.
final class Idleness {
    private final UpstreamConnection connection;
    private final Loop loop;
    private final Endpoint endpoint;
    private final Deadline deadline;
    private boolean lasting;
    private long since;

    Idleness(UpstreamConnection connection, Loop loop, Endpoint endpoint) {
        this.connection = connection;
        this.loop = loop;
        this.endpoint = endpoint;
        this.deadline = new Deadline(loop.deadlines(), now -> connection.discard());
    }

    /// It lies idle from now on, for at most that many nanoseconds.
    void begin(long nanos) {
        long now = loop.nanos();
        lasting = true;
        since = now;
        deadline.set(now, nanos);
        endpoint.idle(loop.index()).push(connection);
        endpoint.countIdle(loop.index(), 1);
    }

    /// It is used again, or over.
    void end() {
        if (!lasting) return;
        lasting = false;
        deadline.disarm();
        endpoint.idle(loop.index()).remove(connection);
        endpoint.countIdle(loop.index(), -1);
    }

    boolean lasting() {
        return lasting;
    }

    /// When it began last, in the loop's nanoseconds.
    long since() {
        return since;
    }

    /// The connection is over for good.
    void over() {
        end();
        deadline.remove();
    }
}
