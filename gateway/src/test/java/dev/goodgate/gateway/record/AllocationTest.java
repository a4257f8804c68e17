package dev.goodgate.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.goodgate.gateway.config.AccessLogSettings.Format;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AllocationTest {
    private static final int EXCHANGES = 10_000;
    private static final String HEAD =
            """
            GET /products/42?page=3&token=x HTTP/1.1
            Host: good.test
            Referer: http://good.test/?a=b
            User-Agent: Mozilla/5.0

            """;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void a_completed_exchange_allocates_nothing(Format format) throws IOException {
        assertThat(allocated(folder.resolve("access.log").toString(), format)).isLessThan(1024);
    }

    @Test
    void nor_does_one_without_a_log() throws IOException {
        assertThat(allocated("off", Format.JSON)).isLessThan(1024);
    }

    private static long allocated(String to, Format format) throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var time = new AtomicLong(Samples.START_MILLIS);
        try (var recorder =
                FlightRecorder.start(Samples.settings(to, format), Samples.clocks(time), _ -> {})) {
            ExchangeRecord exchange = Samples.completed(HEAD);
            run(recorder, exchange, EXCHANGES * 3);
            long before = threads.getCurrentThreadAllocatedBytes();
            run(recorder, exchange, EXCHANGES);
            return threads.getCurrentThreadAllocatedBytes() - before;
        }
    }

    private static void run(FlightRecorder recorder, ExchangeRecord exchange, int times) {
        for (int i = 0; i < times; i++) recorder.completed(exchange);
    }
}
