package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.upstream.UpstreamConnection;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Head;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A websocket after its 101 (RFC 6455 section 4): octets both ways, unread, each side as fast as
/// the other takes them.
final class Tunnel {
    private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Exchange exchange;
    private boolean ending;

    Tunnel(Exchange exchange) {
        this.exchange = exchange;
    }

    /// What is wrong with a 101, empty when it opens a tunnel.
    static String fault(Exchange exchange, Head response) {
        if (!exchange.wantsTunnel()) return "101 that nobody asked for";
        if (!response.hasToken(FieldName.UPGRADE, "websocket"))
            return "101 to another protocol than websocket";
        int key = exchange.request().first(FieldName.SEC_WEBSOCKET_KEY);
        int accept = response.first(FieldName.SEC_WEBSOCKET_ACCEPT);
        if (key < 0) return "";
        if (accept < 0) return "101 without Sec-WebSocket-Accept";
        Head request = exchange.request();
        String wanted = accept(request.text(request.valueStart(key), request.valueEnd(key)));
        String said = response.text(response.valueStart(accept), response.valueEnd(accept));
        return said.equals(wanted)
                ? ""
                : "101 with a Sec-WebSocket-Accept that does not fit the key";
    }

    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] hash = sha1.digest((key + SALT).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-1", impossible);
        }
    }

    /// A tunnel opens.
    void begin() {
        ending = false;
    }

    /// Passes on what the client sent, and its FIN behind the last octet.
    void toUpstream(UpstreamConnection to) {
        Input input = exchange.client().input();
        ByteBuf in = input.pending();
        if (in != null && to.output().isWritable()) {
            exchange.record().upstreamSentOctets += in.readableBytes();
            to.write(in.readRetainedSlice(in.readableBytes()));
            to.flush();
            input.used();
        }
        if (!input.ended()) exchange.client().resume();
        else if (input.pending() == null && !ending) {
            ending = true;
            to.output().onceFlushed(to.output()::end);
        }
    }

    void toClient(ByteBuf in) {
        exchange.record().clientSentOctets += in.readableBytes();
        exchange.client().output().write(in.readRetainedSlice(in.readableBytes()));
    }

    void upstreamClosed() {
        exchange.side().tunnelOver();
    }
}
