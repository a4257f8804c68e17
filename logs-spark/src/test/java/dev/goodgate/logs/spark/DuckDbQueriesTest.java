package dev.goodgate.logs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the queries of `docs/sql/duckdb` answer about one morning: two single 502s after pauses of
/// 75 seconds, then workers that are killed after 30 seconds, then an application that fails by
/// itself.
final class DuckDbQueriesTest {
    /// Time, status, seconds, upstream, its status, time to its header.
    private static final String MORNING =
            """
            06:00:00 200 0.050 10.0.0.1:8080 200 0.050
            06:01:15 502 0.001 10.0.0.1:8080 502 -
            06:01:16 200 0.040 10.0.0.1:8080 200 0.040
            06:02:31 502 0.002 10.0.0.1:8080 502 -
            06:02:32 200 0.045 10.0.0.1:8080 200 0.045
            06:20:00 502 30.010 10.0.0.2:8080 502 -
            06:20:30 502 29.900 10.0.0.2:8080 502 -
            06:21:00 502 30.200 10.0.0.2:8080 502 -
            06:21:10 502 12.300 10.0.0.2:8080 502 -
            06:21:20 504 60.001 10.0.0.2:8080 504 -
            06:21:30 499 29.800 10.0.0.2:8080 - -
            06:21:31 499 0.020 10.0.0.2:8080 - -
            06:21:40 502 0.200 10.0.0.3:8080 502 0.200
            06:21:41 500 0.300 10.0.0.3:8080 500 0.300
            """;

    private static final Map<String, String> ANSWERS =
            new TreeMap<>(
                    Map.of(
                            "failures-per-minute",
                            """
                            2026-01-05 06:01:00 | 1 | 2 | 0.5
                            2026-01-05 06:02:00 | 1 | 2 | 0.5
                            2026-01-05 06:20:00 | 2 | 2 | 1.0
                            2026-01-05 06:21:00 | 4 | 7 | 0.5714
                            """,
                            "failures-by-upstream",
                            """
                            10.0.0.2:8080 | 502 | 4 | 2026-01-05 06:20:00 | 2026-01-05 06:21:10 | 0.5
                            10.0.0.1:8080 | 502 | 2 | 2026-01-05 06:01:15 | 2026-01-05 06:02:31 | 0.25
                            10.0.0.2:8080 | 504 | 1 | 2026-01-05 06:21:20 | 2026-01-05 06:21:20 | 0.125
                            10.0.0.3:8080 | 502 | 1 | 2026-01-05 06:21:40 | 2026-01-05 06:21:40 | 0.125
                            """,
                            "outages",
                            """
                            2026-01-05 06:01:15 | 2026-01-05 06:02:31 | 2 | 76.0
                            2026-01-05 06:20:00 | 2026-01-05 06:21:40 | 6 | 100.0
                            """,
                            "round-durations",
                            """
                            10.0.0.2:8080 | 502 | 30 | 3 | 0.75
                            10.0.0.2:8080 | 504 | 60 | 1 | 1.0
                            """,
                            "made-or-relayed",
                            """
                            502 | 502 | made by the gateway | 6 | 2026-01-05 06:01:15 | 2026-01-05 06:21:10
                            500 | 500 | relayed | 1 | 2026-01-05 06:21:41 | 2026-01-05 06:21:41
                            502 | 502 | relayed | 1 | 2026-01-05 06:21:40 | 2026-01-05 06:21:40
                            504 | 504 | made by the gateway | 1 | 2026-01-05 06:21:20 | 2026-01-05 06:21:20
                            """,
                            "clients-gone",
                            """
                            1. under 0.1 s | 1 | 6 | 0.1667
                            2. under 1 s | 0 | 2 | 0.0
                            4. under 29.5 s | 0 | 1 | 0.0
                            5. 30 s | 1 | 4 | 0.25
                            7. 60 s | 0 | 1 | 0.0
                            """,
                            "keepalive-race",
                            """
                            10.0.0.1:8080 | 2 | 2 | 1.0 | 75.0
                            """));

    /// What loads rather than asks.
    private static final Set<String> LOADERS =
            Set.of("requests", "nginx", "envoy", "alb", "cloudflare", "goodgate");

    @TempDir private static Path folder;

    private static final class Shared {
        private static final DuckDb DUCK = opened();

        private static DuckDb opened() {
            try {
                return new DuckDb();
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    @BeforeAll
    static void load() throws SQLException, IOException {
        Path file = Files.writeString(folder.resolve("access.json"), json());
        Shared.DUCK.load("requests", "nginx");
        Shared.DUCK.run("INSERT INTO requests SELECT * FROM nginx_json('" + file + "')");
    }

    @AfterAll
    static void close() throws SQLException {
        Shared.DUCK.close();
    }

    private static String json() {
        StringBuilder json = new StringBuilder();
        for (String line : MORNING.lines().toList()) {
            String[] words = line.split(" ", -1);
            json.append("{\"time_iso8601\":\"2026-01-05T").append(words[0]).append("+00:00\"");
            json.append(",\"remote_addr\":\"192.0.2.7\",\"request_method\":\"GET\"");
            json.append(",\"host\":\"shop.test\",\"request_uri\":\"/\",\"status\":\"");
            json.append(words[1]).append("\",\"request_time\":\"").append(words[2]);
            json.append("\",\"upstream_addr\":\"").append(words[3]);
            json.append("\",\"upstream_status\":\"").append(words[4]);
            json.append("\",\"upstream_header_time\":\"").append(words[5]).append("\"}\n");
        }
        return json.toString();
    }

    static Set<String> queries() {
        return ANSWERS.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void answers(String query) throws SQLException, IOException {
        assertThat(Shared.DUCK.file(query))
                .isEqualTo(ANSWERS.getOrDefault(query, "").lines().toList());
    }

    @Test
    void every_file_is_tested() throws IOException {
        Set<String> tested = new TreeSet<>(LOADERS);
        tested.addAll(ANSWERS.keySet());
        assertThat(DuckDb.files()).isEqualTo(tested);
    }
}
