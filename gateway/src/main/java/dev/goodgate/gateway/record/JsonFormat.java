package dev.goodgate.gateway.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.http.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One JSON object a line, as `docs/schema/access-log.schema.json` says. What is not known is left
/// out.
final class JsonFormat implements LineFormat {
    private static final int LONGEST_PATH = 8192;
    private static final int LONGEST_HOST = 255;
    private static final int LONGEST_METHOD = 64;

    private static final byte[] TIME = key("{\"time\":\"");
    private static final byte[] REQUEST = key("\",\"request\":\"");
    private static final byte[] LISTENER = key("\",\"listener\":\"");
    private static final byte[] CLIENT = key("\",\"client\":\"");
    private static final byte[] METHOD = key("\",\"method\":\"");
    private static final byte[] HOST = key("\",\"host\":\"");
    private static final byte[] PATH = key("\",\"path\":\"");
    private static final byte[] PROTOCOL = key("\",\"protocol\":\"HTTP/1.");
    private static final byte[] STATUS = key("\",\"status\":");
    private static final byte[] MICROS = key(",\"micros\":");
    private static final byte[] REQUEST_OCTETS = key(",\"requestOctets\":");
    private static final byte[] RESPONSE_OCTETS = key(",\"responseOctets\":");
    private static final byte[] ROUTE = key(",\"route\":\"");
    private static final byte[] UPSTREAM = key(",\"upstream\":\"");
    private static final byte[] ENDPOINT = key(",\"endpoint\":\"");
    private static final byte[] ATTEMPTS = key(",\"attempts\":");
    private static final byte[] REUSED = key(",\"reused\":");
    private static final byte[] COMPLETE = key(",\"complete\":");
    private static final byte[] SYMPTOM = key(",\"symptom\":\"");
    private static final byte[] HOP = key("\",\"hop\":\"");
    private static final byte[] PHASE = key("\",\"phase\":\"");
    private static final byte[] RETRY = key("\",\"retry\":\"");
    private static final byte[] RETRIED = key(",\"retry\":\"");
    private static final byte[] INCIDENT = key(",\"incident\":\"");
    private static final byte[] OBSERVATIONS = key(",\"observations\":[");
    private static final byte[] RECEIVED = key(",\"receivedStatus\":");
    private static final byte[] TRUE = key("true");
    private static final byte[] FALSE = key("false");

    @Override
    public void encode(ExchangeRecord exchange, @Nullable Diagnosis diagnosis, Line out) {
        out.begin(Line.Escaping.JSON).raw(TIME);
        out.time.iso(exchange.startMillis, out);
        out.raw(REQUEST).escaped(exchange.requestId, 0, exchange.requestIdLength);
        out.raw(LISTENER).escaped(exchange.listener);
        byte[] client = exchange.clientText();
        out.raw(CLIENT).escaped(client, 0, client.length);
        request(exchange.request, out);
        numbers(exchange, out);
        place(exchange, out);
        out.raw(ATTEMPTS).number(exchange.attempts);
        out.raw(REUSED).raw(exchange.reused ? TRUE : FALSE);
        out.raw(COMPLETE).raw(exchange.complete ? TRUE : FALSE);
        if (diagnosis != null) {
            Failure failure = diagnosis.failure();
            failed(failure.symptom(), failure.hop(), failure.phase(), failure.retry(), out);
            out.raw(INCIDENT).escaped(diagnosis.incident().text()).octet('"');
        } else if (exchange.receivedStatus >= 400) {
            failed(Symptom.ORIGIN_ERROR, Hop.UPSTREAM, Phase.HEAD, exchange.retry, out);
        } else if (exchange.retry != RetryGrade.NOT_A_FAILURE) {
            out.raw(RETRIED).ascii(exchange.retry.name()).octet('"');
        }
        observations(exchange.observations, out);
        if (exchange.receivedStatus != 0) out.raw(RECEIVED).number(exchange.receivedStatus);
        out.octet('}').octet('\n');
    }

    /// From the method to the quote before `status`. A head that was not understood has none of it.
    private static void request(@Nullable Head head, Line out) {
        if (head != null && head.methodEnd() > head.methodStart()) {
            span(METHOD, head, head.methodStart(), head.methodEnd(), LONGEST_METHOD, out);
            if (head.hostEnd() > head.hostStart()) {
                span(HOST, head, head.hostStart(), head.hostEnd(), LONGEST_HOST, out);
            }
            out.raw(PATH);
            target(head, LONGEST_PATH, out);
            out.raw(PROTOCOL).number(head.minor());
        }
        out.raw(STATUS);
    }

    private static void span(byte[] key, Head head, int from, int to, int longest, Line out) {
        out.raw(key).escaped(head.octets(), from, Math.min(to, from + longest));
    }

    /// Path and query of a request without secrets, cut to that many octets.
    static void target(Head head, int longest, Line out) {
        int from = head.pathStart();
        int to = head.pathEnd();
        if (from == to) out.octet('/');
        RedactedUrl.write(head.octets(), from, Math.min(to, from + longest), out);
        int rest = Math.max(0, longest - (to - from));
        int query = head.queryStart();
        RedactedUrl.write(head.octets(), query, Math.min(head.queryEnd(), query + rest), out);
    }

    private static void numbers(ExchangeRecord exchange, Line out) {
        out.number(exchange.status);
        out.raw(MICROS).number((exchange.endNanos - exchange.startNanos) / 1000);
        out.raw(REQUEST_OCTETS).number(exchange.requestBodyOctets);
        out.raw(RESPONSE_OCTETS).number(exchange.responseBodyOctets);
    }

    private static void place(ExchangeRecord exchange, Line out) {
        name(ROUTE, exchange.route, out);
        name(UPSTREAM, exchange.upstream, out);
        name(ENDPOINT, exchange.endpoint, out);
    }

    private static void name(byte[] key, String name, Line out) {
        if (!name.isEmpty()) out.raw(key).escaped(name).octet('"');
    }

    private static void failed(Symptom symptom, Hop hop, Phase phase, RetryGrade retry, Line out) {
        out.raw(SYMPTOM).ascii(symptom.id()).raw(HOP).ascii(hop.id());
        out.raw(PHASE).ascii(phase.id()).raw(RETRY).ascii(retry.name()).octet('"');
    }

    private static void observations(List<Symptom> observations, Line out) {
        int count = observations.size();
        if (count == 0) return;
        out.raw(OBSERVATIONS);
        for (int i = 0; i < count; i++) {
            if (i > 0) out.octet(',');
            out.octet('"').ascii(observations.get(i).id()).octet('"');
        }
        out.octet(']');
    }

    private static byte[] key(String text) {
        return text.getBytes(US_ASCII);
    }
}
