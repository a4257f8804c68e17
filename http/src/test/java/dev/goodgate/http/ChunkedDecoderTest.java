package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.http.ChunkedDecoder.Event;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChunkedDecoderTest {

    private final ChunkedDecoder decoder = new ChunkedDecoder(Limits.requests());
    private final StringBuilder data = new StringBuilder();

    private Event read(ByteBuf in) {
        while (true) {
            Event event = decoder.next(in);
            if (event != Event.DATA) {
                return event;
            }
            data.append(in.readCharSequence(decoder.dataLength(), StandardCharsets.ISO_8859_1));
        }
    }

    private Event read(String text) {
        return read(Wire.buffer(text));
    }

    @Test
    void data_is_told_in_place_and_the_rest_stays() {
        ByteBuf in = Wire.buffer("5\r\nhello\r\nA ; x=\"a\\\"b\" ;y\r\n, world!!!\r\n0\r\n\r\nGET");
        assertThat(read(in)).isEqualTo(Event.END);
        assertThat(data.toString()).isEqualTo("hello, world!!!");
        assertThat(in.readableBytes()).isEqualTo(3);
        assertThat(decoder.announced()).isEqualTo(15);
        assertThat(decoder.trailers().fieldCount()).isZero();
    }

    @Test
    void trailers_are_kept() {
        ByteBuf in = Wire.buffer("0\r\nX-Sum: abc\r\n\r\nGET");
        assertThat(read(in)).isEqualTo(Event.END);
        Head trailers = decoder.trailers();
        assertThat(trailers.fieldCount()).isEqualTo(1);
        assertThat(trailers.text(trailers.valueStart(0), trailers.valueEnd(0))).isEqualTo("abc");
        assertThat(in.readableBytes()).isEqualTo(3);
    }

    @Test
    void an_announced_size_is_known_before_its_data() {
        assertThat(read("100000005\r\n")).isEqualTo(Event.MORE);
        assertThat(decoder.announced()).isEqualTo(0x100000005L);
    }

    @Test
    void sizes_that_add_up_beyond_63_bits_do_not_wrap() {
        assertThat(read("1\r\na\r\n7fffffffffffffff\r\n")).isEqualTo(Event.MORE);
        assertThat(decoder.announced()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "zz\r\n",
                "5g\r\n",
                "-5\r\n",
                "0x5\r\n",
                " 5\r\n",
                "5 \r\n",
                "5\t\r\n",
                "5;\r\n",
                "5;;a\r\n",
                "5;=a\r\n",
                "5;a=\r\n",
                "5;a=\"b\r\n",
                "5;a=\"b\\\"\r\n",
                "5;a=\"b\"c\r\n",
                "5,5\r\n",
                "10000000000000005\r\n",
                "ffffffffffffffff\r\n",
                "5\n",
                "5\rh",
                "1\r\na\n",
                "1\r\nab",
                "1\r\na\rb",
                "5;a=\"\n",
                "5;a\0\r\n"
            })
    void bad_framing_is_refused(String text) {
        assertThat(read(text)).as(text).isEqualTo(Event.BROKEN);
        assertThat(decoder.violation().rule().kind()).isEqualTo(Rule.Kind.CHUNK);
        assertThat(decoder.violation().rule().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X\r\n", "X : a\r\n", " X: a\r\n", "X: a\0\r\n", "X: a\n", "X: a\rb", "\rX"})
    void bad_trailers_are_refused(String text) {
        assertThat(read("0\r\n" + text)).as(text).isEqualTo(Event.BROKEN);
        assertThat(decoder.violation().rule().kind()).isEqualTo(Rule.Kind.TRAILER);
    }

    @Test
    void trailers_and_lines_have_limits() {
        assertThat(read("0\r\n" + "X: a\r\n".repeat(101))).isEqualTo(Event.BROKEN);
        assertThat(decoder.violation().rule().status()).isEqualTo(431);
        decoder.reset();
        assertThat(read("0\r\nX: " + "a".repeat(40_000))).isEqualTo(Event.BROKEN);
        assertThat(decoder.violation().rule().status()).isEqualTo(431);
        decoder.reset();
        assertThat(read("0;" + "a".repeat(5000))).isEqualTo(Event.BROKEN);
        assertThat(decoder.violation().rule()).isEqualTo(Rule.CHUNK_LINE_LENGTH);
    }
}
