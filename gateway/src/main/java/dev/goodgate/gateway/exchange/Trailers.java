package dev.goodgate.gateway.exchange;

import static dev.goodgate.gateway.exchange.Octets.ascii;

import dev.goodgate.gateway.policy.Claims;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.http.Head;
import io.netty.buffer.ByteBuf;
import java.util.Locale;
import java.util.Set;

/// Trailer fields on a route that forwards them: never those that frame, route or authorise (RFC
/// 9110 section 6.5.1).
final class Trailers {
    private static final byte[] ZERO = ascii("0\r\n");
    private static final Set<String> REFUSED =
            Set.of(
                    "content-length",
                    "transfer-encoding",
                    "host",
                    "trailer",
                    "te",
                    "connection",
                    "keep-alive",
                    "upgrade",
                    "forwarded",
                    "x-real-ip",
                    "authorization",
                    "set-cookie",
                    "cookie",
                    "content-encoding",
                    "content-type",
                    "content-range",
                    "cache-control",
                    "expect",
                    "range",
                    "location",
                    "proxy-status",
                    "retry-after",
                    "vary");

    private Trailers() {}

    /// The last chunk of a request with what may be passed on: nothing that a request may not claim
    /// in its head, and nothing the route takes away.
    static ByteBuf upstream(Head trailers, Exchange exchange) {
        Route route = exchange.route();
        return lastChunk(
                trailers,
                exchange,
                (head, f) ->
                        refused(head, f)
                                || Claims.forbidden(
                                        head.octets(), head.nameStart(f), head.nameEnd(f), false)
                                || route.dropsRequestField(
                                        head.octets(), head.nameStart(f), head.nameEnd(f)));
    }

    /// The last chunk of an answer with what may be passed on.
    static ByteBuf downstream(Head trailers, Exchange exchange) {
        Route route = exchange.route();
        return lastChunk(
                trailers,
                exchange,
                (head, f) ->
                        refused(head, f)
                                || route.dropsResponseField(
                                        head.octets(), head.nameStart(f), head.nameEnd(f)));
    }

    private static ByteBuf lastChunk(Head trailers, Exchange exchange, Octets.Sieve sieve) {
        Octets octets = new Octets(new byte[Math.max(64, trailers.length() + 16)]);
        octets.begin();
        octets.put(ZERO);
        octets.putFields(trailers, sieve);
        octets.line();
        return octets.toBuffer(exchange.client().channel(), 0);
    }

    private static boolean refused(Head trailers, int f) {
        String name =
                trailers.text(trailers.nameStart(f), trailers.nameEnd(f)).toLowerCase(Locale.ROOT);
        return REFUSED.contains(name)
                || name.startsWith("proxy-")
                || name.startsWith("x-forwarded-");
    }
}
