package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.http.ChunkedDecoder.Event;
import dev.goodgate.http.Messages.Field;
import dev.goodgate.http.Messages.Message;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Valid messages are accepted and understood as they were meant, every octet of them.
final class GeneratedTest {

    private static final int SAMPLES = Integer.getInteger("goodgate.samples", 20_000);

    private final Head head = new Head();
    private final ChunkedDecoder decoder = new ChunkedDecoder(Limits.requests());

    @Test
    void valid_requests_are_understood_unaltered() {
        var messages = new Messages(20_261_122);
        var parser = new RequestParser(Limits.requests());
        for (int i = 0; i < SAMPLES; i++) {
            Message message = messages.request();
            ByteBuf in = Wire.buffer(message.wire());
            assertThat(parser.parse(in, head)).as(message.wire()).isEqualTo(Progress.DONE);
            assertThat(line()).isEqualTo(message.line());
            check(message, in);
            parser.reset();
        }
    }

    @Test
    void valid_responses_are_understood_unaltered() {
        var messages = new Messages(11_222_026);
        var parser = new ResponseParser(Limits.responses());
        for (int i = 0; i < SAMPLES / 10; i++) {
            Message message = messages.response();
            ByteBuf in = Wire.buffer(message.wire());
            assertThat(parser.parse(in, head)).as(message.wire()).isEqualTo(Progress.DONE);
            String reason = head.text(head.reasonStart(), head.reasonEnd());
            assertThat("HTTP/1." + head.minor() + " " + head.status() + " " + reason)
                    .isEqualTo(message.line());
            assertThat(head.repairs()).isZero();
            check(message, in);
            parser.reset(Method.GET);
        }
    }

    private String line() {
        String method = head.text(head.methodStart(), head.methodEnd());
        String path = head.text(head.pathStart(), head.pathEnd());
        String query = head.text(head.queryStart(), head.queryEnd());
        return method + " " + path + query + " HTTP/1." + head.minor();
    }

    private void check(Message message, ByteBuf in) {
        assertThat(head.fieldCount()).isEqualTo(message.fields().size());
        for (int f = 0; f < head.fieldCount(); f++) {
            Field field = message.fields().get(f);
            assertThat(head.text(head.nameStart(f), head.nameEnd(f))).isEqualTo(field.name());
            assertThat(head.text(head.valueStart(f), head.valueEnd(f))).isEqualTo(field.value());
        }
        var body = new StringBuilder();
        if (message.chunked()) {
            assertThat(head.framing()).isEqualTo(Framing.CHUNKED);
            while (decoder.next(in) == Event.DATA) {
                take(in, decoder.dataLength(), body);
            }
            assertThat(decoder.next(in)).isEqualTo(Event.END);
            decoder.reset();
        } else {
            assertThat(head.framing()).isEqualTo(Framing.LENGTH);
            take(in, (int) head.contentLength(), body);
        }
        assertThat(body.toString()).isEqualTo(message.body());
        assertThat(in.isReadable()).isFalse();
    }

    private static void take(ByteBuf in, int length, StringBuilder body) {
        body.append(in.readCharSequence(length, StandardCharsets.ISO_8859_1));
    }
}
