package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.config.LimitSettings;
import dev.goodgate.gateway.exchange.ResponseHead.Persistence;
import dev.goodgate.gateway.policy.MemoryLevel;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;

/// Whether a client connection outlives its exchange, and how that is said (RFC 9112 section 9.3).
final class Persisting {
    private Persisting() {}

    /// Whether it may, when the answer goes out in that framing.
    static boolean allowed(Exchange exchange, Framing framing) {
        ClientConnection client = exchange.client();
        LimitSettings limits = exchange.snapshot().settings().limits();
        return exchange.request().persistent()
                && framing != Framing.UNTIL_CLOSE
                && exchange.requestDone()
                && !client.input().ended()
                && !client.draining()
                && client.requests() < limits.requestsPerConnection()
                && exchange.record().startNanos - client.openedNanos()
                        < limits.connectionAge().toNanos()
                && exchange.edge().memory() == MemoryLevel.PLENTY;
    }

    /// The words for it.
    static Persistence said(Head request, boolean persistent) {
        if (!persistent) return Persistence.CLOSE;
        return request.minor() == 0 ? Persistence.KEEP : Persistence.SILENT;
    }
}
