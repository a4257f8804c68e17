package dev.goodgate.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.bench.run.AccessLog;
import dev.goodgate.bench.run.Gateway;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static Report report(AccessLog log) {
        Map<Gateway, Figures> figures =
                Map.of(
                        Gateway.GOODGATE, figures(18, 900),
                        Gateway.NGINX, figures(20, 1000),
                        Gateway.HAPROXY, figures(24, 800));
        return new Report(List.of(new Result(Workload.KEEPALIVE_64B_64C, log, 9000, figures)));
    }

    private static Figures figures(double cpuMicros, long p99Micros) {
        return new Figures(cpuMicros, 1, 40_000, 300, p99Micros, 0, 20_480, 0, true);
    }

    @Test
    void json_has_the_agreed_members_for_each_gateway() {
        assertThat(report(AccessLog.OFF).json())
                .contains("\"summary\":{\"keepalive-64B-64c\":{")
                .contains(
                        "\"nginx\":{\"cpuMicros\":20.0,\"requestsPerSecond\":40000,"
                                + "\"p50Micros\":300,\"p99Micros\":1000,\"rssKiB\":20480}");
    }

    @Test
    void runs_with_access_logs_have_a_name_of_their_own() {
        assertThat(report(AccessLog.ON).json()).contains("\"keepalive-64B-64c+log\":{");
    }

    @Test
    void the_table_compares_with_the_better_peer_of_each_value() {
        assertThat(report(AccessLog.OFF).table().lines().filter(line -> line.contains("goodgate")))
                .singleElement()
                .asString()
                .contains("0.90")
                .contains("1.13");
    }
}
