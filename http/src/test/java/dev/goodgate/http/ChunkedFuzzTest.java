package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.goodgate.http.ChunkedDecoder.Event;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/// Whatever claims to be chunked: no exception, and the same verdict whole and octet by octet.
final class ChunkedFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void chunks_never_throw_and_never_depend_on_cuts(byte[] octets) {
        assertThat(read(octets, 1)).isEqualTo(read(octets, Math.max(1, octets.length)));
    }

    private static String read(byte[] octets, int step) {
        var decoder = new ChunkedDecoder(Limits.requests());
        var log = new StringBuilder();
        ByteBuf in = Unpooled.buffer();
        Event event = Event.MORE;
        for (int at = 0; at < octets.length && event == Event.MORE; at += step) {
            in.writeBytes(octets, at, Math.min(step, octets.length - at));
            event = decoder.next(in);
            while (event == Event.DATA) {
                assertThat(decoder.dataLength()).isBetween(1, in.readableBytes());
                log.append(in.readCharSequence(decoder.dataLength(), StandardCharsets.ISO_8859_1));
                event = decoder.next(in);
            }
        }
        log.append(event).append(decoder.announced());
        if (event == Event.END) {
            log.append(in.readerIndex()).append(Transcript.of(decoder.trailers()));
        }
        Violation violation = decoder.violation();
        return log.append(violation.rule()).append(violation.offset()).toString();
    }
}
