package dev.goodgate.gateway.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LineQueueTest {
    @Test
    void lines_come_out_as_they_went_in() {
        var queue = new LineQueue(1024);
        assertThat(queue.offer(bytes("one\n"), 4)).isTrue();
        assertThat(queue.offer(bytes("two\n"), 4)).isTrue();
        assertThat(drained(queue)).isEqualTo("one\ntwo\n");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void a_line_that_crosses_the_edge_stays_whole() {
        var queue = new LineQueue(256);
        String line = "x".repeat(149) + "\n";
        for (int i = 0; i < 50; i++) {
            assertThat(queue.offer(bytes(line), line.length())).isTrue();
            assertThat(drained(queue)).isEqualTo(line);
        }
    }

    @Test
    void a_full_queue_refuses_and_takes_again_when_drained() {
        var queue = new LineQueue(256);
        byte[] line = bytes("x".repeat(64));
        for (int i = 0; i < 4; i++) assertThat(queue.offer(line, 64)).isTrue();
        assertThat(queue.offer(line, 64)).isFalse();
        assertThat(drained(queue)).hasSize(256);
        assertThat(queue.offer(line, 64)).isTrue();
    }

    @Test
    void what_could_never_be_drained_is_refused() {
        var queue = new LineQueue(1 << 20);
        assertThat(queue.offer(new byte[LineQueue.LONGEST + 1], LineQueue.LONGEST + 1)).isFalse();
        assertThat(queue.offer(new byte[1], 0)).isFalse();
    }

    @Test
    void many_threads_lose_and_mix_nothing() throws Exception {
        var queue = new LineQueue(4096);
        var running = new AtomicInteger(4);
        List<Thread> loops = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int loop = t;
            loops.add(Thread.ofPlatform().start(() -> offerAll(queue, loop, running)));
        }
        var text = new StringBuilder();
        while (running.get() > 0 || !queue.isEmpty()) text.append(drained(queue));
        for (Thread loop : loops) loop.join();
        int[] next = new int[4];
        for (String line : text.toString().lines().toList()) {
            String[] parts = line.split(" ", -1);
            int loop = Integer.parseInt(parts[0]);
            assertThat(Integer.parseInt(parts[1])).isEqualTo(next[loop]++);
            assertThat(parts[2]).hasSize(Integer.parseInt(parts[1]) % 200);
        }
        assertThat(next).containsOnly(20_000);
    }

    private static void offerAll(LineQueue queue, int loop, AtomicInteger running) {
        for (int i = 0; i < 20_000; i++) {
            byte[] line = bytes(loop + " " + i + " " + "y".repeat(i % 200) + "\n");
            while (!queue.offer(line, line.length)) Thread.onSpinWait();
        }
        running.decrementAndGet();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private static String drained(LineQueue queue) {
        ByteBuffer out = ByteBuffer.allocate(2 * LineQueue.LONGEST);
        queue.drainTo(out);
        return new String(out.array(), 0, out.position(), US_ASCII);
    }
}
