package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.goodgate.http.ChunkedDecoder.Event;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// In steady state parsing allocates nothing.
final class AllocationTest {

    private static final int ROUNDS = 10_000;

    private final HeadSlabs slabs = new HeadSlabs();
    private final Head head = new Head(slabs);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static ByteBuf direct(String text) {
        byte[] octets = Wire.octets(text);
        return Unpooled.directBuffer(octets.length).writeBytes(octets);
    }

    private void allocatesNothing(Runnable round) {
        for (int i = 0; i < 100; i++) {
            round.run();
        }
        long thread = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(ROUNDS);
    }

    @Test
    void requests_are_parsed_without_allocation() {
        var parser = new RequestParser(Limits.requests());
        String fields =
                "Host: good.test\r\nConnection: keep-alive\r\nX-Unknown: " + "a".repeat(2000);
        ByteBuf in = direct("GET /a/b?c=d HTTP/1.1\r\n" + fields + "\r\nAccept: */*\r\n\r\n");
        allocatesNothing(() -> {
            in.readerIndex(0);
            assertDone(parser.parse(in, head));
            parser.reset();
            head.release();
        });
        in.release();
    }

    @Test
    void responses_and_chunks_are_parsed_without_allocation() {
        var parser = new ResponseParser(Limits.responses());
        var decoder = new ChunkedDecoder(Limits.responses(), slabs);
        ByteBuf in =
                direct(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        allocatesNothing(() -> {
            in.readerIndex(0);
            assertDone(parser.parse(in, head));
            while (decoder.next(in) == Event.DATA) {
                in.skipBytes(decoder.dataLength());
            }
            parser.reset(Method.GET);
            decoder.reset();
            head.clear();
        });
        in.release();
    }

    private static void assertDone(Progress progress) {
        if (progress != Progress.DONE) {
            throw new AssertionError(progress);
        }
    }
}
