package dev.goodgate.gateway.exchange;

import static dev.goodgate.gateway.exchange.Octets.ascii;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.answer.Answer;
import dev.goodgate.diagnosis.answer.Answers;
import dev.goodgate.diagnosis.answer.ErrorPage;
import dev.goodgate.diagnosis.answer.Format;
import dev.goodgate.diagnosis.answer.Reader;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.http.Head;
import dev.goodgate.http.Method;
import dev.goodgate.status.StatusPhrases;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// Answers that the gateway makes itself: about failures, and on purpose. Belongs to one client
/// connection.
final class OwnAnswer {
    private static final byte[] VERSION = ascii("HTTP/1.1 ");
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] TYPE = ascii("Content-Type: ");
    private static final byte[] SYNTHETIC =
            ascii("Proxy-Status: goodgate; error=proxy_internal_response\r\n");
    private static final byte[] MAINTENANCE =
            ascii("Proxy-Status: goodgate; error=destination_unavailable\r\n");
    private static final byte[] NO_STORE = ascii("Cache-Control: no-store\r\n");
    private static final byte[] ALLOW =
            ascii("Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n");
    private static final Answers ANSWERS = new Answers();

    private final Exchange exchange;
    private final Octets octets;
    private final DateLine date;

    OwnAnswer(Exchange exchange, Octets octets, DateLine date) {
        this.exchange = exchange;
        this.octets = octets;
        this.date = date;
    }

    /// Explains a failure to the client.
    void failure(Diagnosis diagnosis) {
        Answer answer = answer(diagnosis, Readers.of(exchange));
        boolean keep = persists(answer.status());
        begin(answer.status());
        for (Answer.Field field : answer.fields()) {
            octets.put(ascii(field.name())).put(':').put(' ').put(ascii(field.value())).line();
        }
        if (answer.status() == 405) octets.put(allow());
        send(answer.body(), answer.status(), keep);
    }

    /// With the owner's page where there is one for HTML; with ours where that one fails.
    private Answer answer(Diagnosis diagnosis, Reader reader) {
        ErrorPages pages = exchange.snapshot().errorPages();
        ErrorPage page = reader.format() == Format.HTML ? pages.of(exchange) : null;
        if (page == null) return ANSWERS.answer(diagnosis, reader);
        try {
            return ANSWERS.answer(diagnosis, reader, page);
        } catch (RuntimeException bug) {
            pages.failed(exchange, bug);
            return ANSWERS.answer(diagnosis, reader);
        }
    }

    /// The methods that would be served here (RFC 9110 section 10.2.1).
    private byte[] allow() {
        String methods = exchange.snapshot().routes().allow(exchange.request(), exchange.views());
        return methods.isEmpty() ? ALLOW : ascii("Allow: " + methods + "\r\n");
    }

    /// Reads texts and templates before they are needed; some milliseconds, off the loops.
    static void prepare() {
        ANSWERS.prepare();
    }

    /// Whether the connection may live on: the request was understood and read to its end, and it
    /// is not the client's slowness or size that is at fault.
    private boolean persists(int status) {
        return switch (status) {
            case 400, 408, 413, 414, 431, 501, 505 -> false;
            default -> Persisting.allowed(exchange, dev.goodgate.http.Framing.LENGTH);
        };
    }

    /// The answer that route gives on purpose.
    void synthetic(Route route) {
        Route.Fixed fixed = route.fixed();
        boolean keep = Persisting.allowed(exchange, dev.goodgate.http.Framing.LENGTH);
        begin(fixed.status());
        octets.put(fixed.status() == 503 ? MAINTENANCE : SYNTHETIC);
        if (fixed.contentType().length > 0) octets.put(TYPE).put(fixed.contentType()).line();
        fixed.writeFields(exchange.request(), octets::put);
        if (fixed.status() >= 400) octets.put(NO_STORE);
        if (route.hasResponseFields()) octets.put(route.responseLines());
        send(fixed.body(), fixed.status(), keep);
    }

    /// What an OPTIONS to the gateway itself gets.
    void options() {
        begin(204);
        octets.put(ALLOW);
        send(new byte[0], 204, Persisting.allowed(exchange, dev.goodgate.http.Framing.NONE));
    }

    private void begin(int status) {
        exchange.record().status = status;
        octets.begin();
        octets.put(VERSION).decimal(status).put(' ');
        octets.put(StatusPhrases.phrase(status).getBytes(StandardCharsets.US_ASCII)).line();
        octets.put(date.now());
    }

    private void send(byte[] body, int status, boolean keep) {
        Head request = exchange.request();
        if (status != 204 && status != 304) octets.put(LENGTH).decimal(body.length).line();
        if (!keep) octets.put(CLOSE);
        else if (request.minor() == 0) octets.put(KEEP_ALIVE);
        octets.line();
        boolean bodiless = status == 204 || status == 304 || request.methodId() == Method.HEAD;
        ByteBuf buffer = octets.toBuffer(exchange.client().channel(), bodiless ? 0 : body.length);
        if (!bodiless) {
            buffer.writeBytes(body);
            exchange.record().responseBodyOctets = body.length;
        }
        exchange.record().clientSentOctets += buffer.readableBytes();
        exchange.answering();
        exchange.client().output().write(buffer);
        exchange.complete(keep);
    }
}
