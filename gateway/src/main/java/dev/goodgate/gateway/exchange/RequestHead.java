package dev.goodgate.gateway.exchange;

import static dev.goodgate.gateway.exchange.Octets.ascii;

import dev.goodgate.gateway.policy.Claims;
import dev.goodgate.gateway.policy.MaxForwards;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;
import dev.goodgate.http.PathViews;
import io.netty.buffer.ByteBuf;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Composes the request head that goes upstream: what the client sent, less hop-by-hop fields and
/// what it may not claim, plus what we add (RFC 9110 section 7.6). Belongs to one client
/// connection.
final class RequestHead implements Octets.Sieve {
    private static final byte[] VERSION = ascii(" HTTP/1.1\r\nHost: ");
    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] EXPECT = ascii("Expect: 100-continue\r\n");
    private static final byte[] UPGRADE = ascii("Connection: upgrade\r\nUpgrade: websocket\r\n");
    private static final byte[] TRAILERS = ascii("Connection: te\r\nTE: trailers\r\n");
    private static final byte[] FORWARDED_FOR = ascii("X-Forwarded-For: ");
    private static final byte[] FORWARDED_PROTO = ascii("X-Forwarded-Proto: http\r\n");
    private static final byte[] FORWARDED_HOST = ascii("X-Forwarded-Host: ");
    private static final byte[] REQUEST_ID = ascii("X-Request-Id: ");
    private static final byte[] TRACEPARENT = ascii("traceparent: 00-");
    private static final byte[] MAX_FORWARDS = ascii("Max-Forwards: ");
    private static final byte[] SEPARATOR = ascii(", ");

    private final Octets octets;
    private final RandomGenerator random;
    private final byte[] via;
    private final byte[] peer;
    private final boolean trusted;
    private @Nullable Route route;
    private boolean tunnel;
    private long hops;

    RequestHead(ClientConnection client, Edge edge, Octets octets) {
        this.octets = octets;
        this.random = client.loop().random();
        this.via = ascii("Via: 1.1 " + edge.pseudonym() + "\r\n");
        this.peer = ascii(Peers.address(client.channel().remoteAddress()));
        this.trusted = Peers.trusted(client.channel().remoteAddress(), client.door().trusted());
    }

    /// The head as octets. `label` is the Host where the request had none.
    ByteBuf compose(ExchangeRecord record, Exchange exchange, Route to, byte[] label) {
        Head head = exchange.request();
        route = to;
        tunnel = exchange.wantsTunnel();
        hops = MaxForwards.of(head);
        octets.begin();
        octets.put(head.octets(), head.methodStart(), head.methodEnd()).put(' ');
        target(head, exchange.views(), to);
        octets.put(VERSION);
        host(head, to, label);
        octets.putLines(head, this);
        framing(head);
        identity(head, record);
        if (to.hasRequestFields()) octets.put(to.requestLines());
        octets.line();
        return octets.toBuffer(exchange.client().channel(), 0);
    }

    private void target(Head head, PathViews.@Nullable Views views, Route to) {
        byte[] path = views == null ? head.octets() : views.forwarded();
        int from = views == null ? head.pathStart() : 0;
        int end = views == null ? head.pathEnd() : path.length;
        if (to.rewritesPath()) from = to.rewritePath(path, from, end, octets::put);
        if (from == end && !to.rewritesPath()) octets.put('/');
        octets.put(path, from, end);
        octets.put(head.octets(), head.queryStart(), head.queryEnd());
    }

    private void host(Head head, Route to, byte[] label) {
        if (to.rewritesHost()) octets.put(to.host());
        else if (head.authorityEnd() > head.authorityStart()) {
            octets.put(head.octets(), head.authorityStart(), head.authorityEnd());
        } else octets.put(label);
        octets.line();
    }

    private void framing(Head head) {
        switch (head.framing()) {
            case LENGTH -> octets.put(LENGTH).decimal(head.contentLength()).line();
            case CHUNKED -> octets.put(CHUNKED);
            case NONE, UNTIL_CLOSE -> {}
        }
        if (tunnel) octets.put(UPGRADE);
        else if (takesTrailers(head)) octets.put(TRAILERS);
        if (head.expectsContinue() && head.framing() != Framing.NONE) octets.put(EXPECT);
    }

    /// Whether the client can use trailer fields and would get them (RFC 9110 section 10.1.4).
    private boolean takesTrailers(Head head) {
        Route to = route;
        return to != null && to.forwardsTrailers() && head.hasToken(FieldName.TE, "trailers");
    }

    private void identity(Head head, ExchangeRecord record) {
        octets.put(via);
        if (hops > 0) octets.put(MAX_FORWARDS).decimal(hops - 1).line();
        if (peer.length > 0) {
            octets.put(FORWARDED_FOR);
            if (trusted) list(head, FieldName.X_FORWARDED_FOR);
            octets.put(peer).line();
        }
        if (!trusted || !head.has(FieldName.X_FORWARDED_PROTO)) octets.put(FORWARDED_PROTO);
        if (head.authorityEnd() > head.authorityStart()
                && (!trusted || !head.has(FieldName.X_FORWARDED_HOST))) {
            octets.put(FORWARDED_HOST);
            octets.put(head.octets(), head.authorityStart(), head.authorityEnd()).line();
        }
        octets.put(REQUEST_ID).put(record.requestId, 0, record.requestIdLength).line();
        if (!kept(head, FieldName.TRACEPARENT)) {
            octets.put(TRACEPARENT)
                    .hex(random.nextLong(), 16)
                    .hex(random.nextLong() | 1, 16)
                    .put('-');
            octets.hex(random.nextLong() | 1, 16).put('-').put('0').put('0').line();
        }
    }

    private void list(Head head, int name) {
        for (int f = head.first(name); f >= 0; f = head.next(f)) {
            octets.put(head.octets(), head.valueStart(f), head.valueEnd(f)).put(SEPARATOR);
        }
    }

    private static boolean kept(Head head, int name) {
        int f = head.first(name);
        return f >= 0 && !head.nominated(f);
    }

    @Override
    public boolean drops(Head head, int f) {
        if (head.nominated(f) || removedByRoute(head, f)) return true;
        return switch (head.nameId(f)) {
            case FieldName.HOST,
                    FieldName.CONNECTION,
                    FieldName.CONTENT_LENGTH,
                    FieldName.TRANSFER_ENCODING,
                    FieldName.KEEP_ALIVE,
                    FieldName.PROXY_CONNECTION,
                    FieldName.UPGRADE,
                    FieldName.TE,
                    FieldName.EXPECT,
                    FieldName.X_REQUEST_ID,
                    FieldName.EARLY_DATA,
                    FieldName.HTTP2_SETTINGS,
                    FieldName.PROXY,
                    FieldName.PROXY_AUTHORIZATION,
                    FieldName.PROXY_AUTHENTICATE,
                    FieldName.PROXY_STATUS,
                    FieldName.X_ORIGINAL_URL,
                    FieldName.X_REWRITE_URL,
                    FieldName.X_FORWARDED_FOR ->
                    true;
            case FieldName.FORWARDED,
                    FieldName.X_FORWARDED_PROTO,
                    FieldName.X_FORWARDED_HOST,
                    FieldName.X_FORWARDED_PORT,
                    FieldName.X_REAL_IP ->
                    !trusted;
            case FieldName.MAX_FORWARDS -> hops > 0;
            case 0 -> Claims.forbidden(head.octets(), head.nameStart(f), head.nameEnd(f), trusted);
            default -> false;
        };
    }

    private boolean removedByRoute(Head head, int f) {
        Route to = route;
        return to != null
                && to.hasRequestFields()
                && to.dropsRequestField(head.octets(), head.nameStart(f), head.nameEnd(f));
    }
}
