package dev.goodgate.gateway.exchange;

import static dev.goodgate.gateway.exchange.Octets.ascii;

import dev.goodgate.gateway.policy.Guarded;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/// Composes the response head that goes to the client: what the upstream sent, less hop-by-hop
/// fields, in the framing chosen for the client (RFC 9112 section 6). Belongs to one client
/// connection.
final class ResponseHead implements Octets.Sieve {
    private static final byte[] VERSION = ascii("HTTP/1.1 ");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] UPGRADE = ascii("Connection: upgrade\r\nUpgrade: websocket\r\n");
    private static final byte[] RECEIVED = ascii("Proxy-Status: goodgate; received-status=");

    private final Octets octets;
    private final DateLine date;
    private @Nullable Route route;
    private boolean rewriteFraming;
    private boolean keepTrailerField;

    ResponseHead(Octets octets, DateLine date) {
        this.octets = octets;
        this.date = date;
    }

    /// How the body goes to a client of that minor version.
    static Framing framingFor(Head response, int clientMinor) {
        return switch (response.framing()) {
            case NONE -> Framing.NONE;
            case LENGTH -> Framing.LENGTH;
            case CHUNKED, UNTIL_CLOSE -> clientMinor == 0 ? Framing.UNTIL_CLOSE : Framing.CHUNKED;
        };
    }

    /// An interim response, passed on as it is.
    ByteBuf interim(Head response, Channel channel) {
        octets.begin();
        status(response);
        rewriteFraming = true;
        keepTrailerField = false;
        route = null;
        fields(response);
        octets.line();
        return octets.toBuffer(channel, 0);
    }

    /// The head of the answer. `persistence` tells the client what becomes of the connection; room
    /// for `more` behind.
    ByteBuf answer(
            Head response, Exchange exchange, Framing framing, Persistence persistence, int more) {
        octets.begin();
        Route to = exchange.route();
        route = to;
        keepTrailerField = to.forwardsTrailers();
        // Octet for octet where the upstream's framing fields say just what we do.
        rewriteFraming =
                response.repairs() != 0
                        || framing != response.framing()
                        || response.status() < 200
                        || response.status() == 204
                        || exchange.request().minor() == 0;
        status(response);
        fields(response);
        if (rewriteFraming) {
            if (framing == Framing.CHUNKED) octets.put(CHUNKED);
            else if (framing == Framing.LENGTH
                    || (framing == Framing.NONE && response.contentLength() >= 0)) {
                octets.put(LENGTH).decimal(response.contentLength()).line();
            }
        }
        if (!response.has(FieldName.DATE)) octets.put(date.now());
        if (response.status() >= 400) octets.put(RECEIVED).decimal(response.status()).line();
        if (to.hasResponseFields()) octets.put(to.responseLines());
        persistence(persistence);
        octets.line();
        return octets.toBuffer(exchange.client().channel(), more);
    }

    /// What the client is told of its connection.
    enum Persistence {
        /// Nothing: it stays, as HTTP/1.1 means anyway.
        SILENT,
        /// It stays, said to an HTTP/1.0 client.
        KEEP,
        /// It closes.
        CLOSE,
        /// It becomes a tunnel.
        TUNNEL
    }

    private void persistence(Persistence persistence) {
        switch (persistence) {
            case SILENT -> {}
            case KEEP -> octets.put(KEEP_ALIVE);
            case CLOSE -> octets.put(CLOSE);
            case TUNNEL -> octets.put(UPGRADE);
        }
    }

    private void status(Head response) {
        octets.put(VERSION).decimal(response.status()).put(' ');
        octets.put(response.octets(), response.reasonStart(), response.reasonEnd()).line();
    }

    private void fields(Head response) {
        if (response.repairs() == 0) octets.putLines(response, this);
        else octets.putFields(response, this);
    }

    @Override
    public boolean drops(Head head, int f) {
        Route to = route;
        if (to != null
                && to.hasResponseFields()
                && to.dropsResponseField(head.octets(), head.nameStart(f), head.nameEnd(f)))
            return true;
        return switch (head.nameId(f)) {
            case FieldName.CONNECTION,
                    FieldName.KEEP_ALIVE,
                    FieldName.PROXY_CONNECTION,
                    FieldName.UPGRADE,
                    FieldName.TE,
                    FieldName.ALT_SVC ->
                    true;
            case FieldName.TRANSFER_ENCODING, FieldName.CONTENT_LENGTH -> rewriteFraming;
            case FieldName.TRAILER -> !keepTrailerField;
            // A name the upstream lists in Connection goes only where nothing else depends on it.
            case 0 -> head.nominated(f) && !Guarded.field(head, f);
            default -> false;
        };
    }
}
