package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.answer.Exposure;
import dev.goodgate.diagnosis.answer.Format;
import dev.goodgate.diagnosis.answer.Reader;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.gateway.config.Expose;
import dev.goodgate.gateway.policy.Retries;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Head;
import java.util.Locale;

/// For whom an answer of ours is written: format, language, and how much it may tell.
final class Readers {
    private static final int[] PROXIED = {
        FieldName.FORWARDED,
        FieldName.X_FORWARDED_FOR,
        FieldName.X_FORWARDED_PROTO,
        FieldName.X_FORWARDED_HOST,
        FieldName.X_FORWARDED_PORT,
        FieldName.X_REAL_IP,
        FieldName.VIA,
        FieldName.CDN_LOOP
    };

    private Readers() {}

    static Reader of(Exchange exchange) {
        Head request = exchange.request();
        return new Reader(
                Format.fromAccept(values(request, FieldName.ACCEPT)),
                Language.fromAccept(
                        values(request, FieldName.ACCEPT_LANGUAGE), exchange.snapshot().language()),
                exposure(exchange),
                Retries.idempotent(exchange.request()));
    }

    private static String values(Head request, int name) {
        int f = request.first(name);
        if (f < 0) return "";
        String text = request.text(request.valueStart(f), request.valueEnd(f));
        for (int next = request.next(f); next >= 0; next = request.next(next)) {
            text = text + ", " + request.text(request.valueStart(next), request.valueEnd(next));
        }
        return text;
    }

    /// `auto` shows all only to somebody at this very machine: a loopback peer, no sign of a proxy
    /// in the request, and a Host that is a loopback name (so that no foreign page can ask in a
    /// browser's name).
    static Exposure exposure(Exchange exchange) {
        Expose expose = exchange.snapshot().settings().expose();
        return switch (expose) {
            case FULL -> Exposure.FULL;
            case PUBLIC -> Exposure.PUBLIC;
            case AUTO -> local(exchange) ? Exposure.FULL : Exposure.PUBLIC;
        };
    }

    private static boolean local(Exchange exchange) {
        Head request = exchange.request();
        if (!Peers.loopback(exchange.client().channel().remoteAddress())) return false;
        for (int name : PROXIED) {
            if (request.has(name)) return false;
        }
        for (int f = 0; f < request.fieldCount(); f++) {
            if (request.nameId(f) == 0 && cdn(request, f)) return false;
        }
        String host = request.text(request.hostStart(), request.hostEnd()).toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || (host.startsWith("127.")
                        && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    private static boolean cdn(Head request, int f) {
        String name =
                request.text(request.nameStart(f), request.nameEnd(f)).toLowerCase(Locale.ROOT);
        return name.startsWith("x-forwarded-")
                || name.startsWith("cf-")
                || name.startsWith("fastly-")
                || name.startsWith("x-amz-cf-")
                || name.startsWith("x-azure-")
                || name.startsWith("akamai-")
                || name.equals("true-client-ip")
                || name.equals("x-client-ip")
                || name.equals("x-cluster-client-ip")
                || name.equals("x-original-forwarded-for");
    }
}
