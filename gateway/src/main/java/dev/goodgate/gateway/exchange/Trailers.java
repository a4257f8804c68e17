package dev.goodgate.gateway.exchange;

import static dev.goodgate.gateway.exchange.Octets.ascii;

import dev.goodgate.http.Head;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
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
                    "upgrade",
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

    /// The last chunk with what may be passed on.
    static ByteBuf lastChunk(Head trailers, Channel channel) {
        Octets octets = new Octets(new byte[Math.max(64, trailers.length() + 16)]);
        octets.begin();
        octets.put(ZERO);
        octets.putFields(trailers, Trailers::refused);
        octets.line();
        return octets.toBuffer(channel, 0);
    }

    private static boolean refused(Head trailers, int f) {
        String name =
                trailers.text(trailers.nameStart(f), trailers.nameEnd(f)).toLowerCase(Locale.ROOT);
        return REFUSED.contains(name)
                || name.startsWith("proxy-")
                || name.startsWith("x-forwarded-");
    }
}
