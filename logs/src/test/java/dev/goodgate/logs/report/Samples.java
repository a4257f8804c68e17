package dev.goodgate.logs.report;

import dev.goodgate.logs.Explained;
import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.scan.Scan;
import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import dev.goodgate.logs.story.Stories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Logs made up for the tests, read by the real engine.
final class Samples {
    private static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 3, 6));
    private static final String CLIENT = ", client: 203.0.113.%d, server: shop.example, request: ";
    private static final String FPM =
            "2026/03/05 10:%02d:%02d [error] 310#310: *%d connect() to unix:/run/php/shop.sock"
                    + " failed (11: Resource temporarily unavailable) while connecting to upstream"
                    + CLIENT
                    + "\"GET /cart/%d?token=s3cret HTTP/1.1\", upstream:"
                    + " \"fastcgi://unix:/run/php/shop.sock:\", host: \"shop.example\"\n";
    private static final String CLOSED =
            "2026/03/05 14:%02d:07 [error] 310#310: *%d upstream prematurely closed connection"
                    + " while reading response header from upstream"
                    + CLIENT
                    + "\"POST /report HTTP/1.1\", upstream: \"http://10.0.0.7:3000/report\","
                    + " host: \"api.shop.example\"\n";
    private static final String REFUSED =
            "2026/03/05 18:30:%02d [error] 311#311: *%d connect() failed (111: Connection refused)"
                    + " while connecting to upstream"
                    + CLIENT
                    + "\"GET / HTTP/1.1\", upstream: \"http://127.0.0.1:8080/\", host:"
                    + " \"shop.example\"\n";

    private Samples() {}

    /// Three logs that tell of three things, and three inputs that could not be read.
    static Explained troubled() {
        StringBuilder nginx = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            int minute = i < 30 ? i / 10 : 2 + i / 30;
            nginx.append(FPM.formatted(minute, i % 60, 100 + i, 10 + i % 9, i % 5));
        }
        for (int i = 0; i < 4; i++) nginx.append(CLOSED.formatted(i * 2, 900 + i, 20 + i));
        for (int i = 0; i < 12; i++) nginx.append(REFUSED.formatted(i, 950 + i, 30 + i));
        String fpm =
                "[05-Mar-2026 10:00:02] WARNING: [pool shop] server reached pm.max_children"
                        + " setting (5), consider raising it\n";
        String kernel =
                "Mar  5 14:00:06 web1 kernel: [ 8123.123456] Out of memory: Killed process 4711"
                        + " (node) total-vm:1843200kB, anon-rss:900000kB\n"
                        + "Mar  5 14:02:06 web1 kernel: [ 8243.123456] Out of memory: Killed"
                        + " process 4790 (node) total-vm:1843200kB, anon-rss:900000kB\n";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("/var/log/nginx/error.log", nginx.toString());
        files.put("/var/log/php-fpm.log", fpm);
        files.put("/var/log/kern.log", kernel);
        return read(
                files,
                List.of(
                        new Skipped("/var/log/wtmp", Why.BINARY, ""),
                        new Skipped("/var/log/private", Why.UNREADABLE, "permission denied"),
                        new Skipped("old\u001b[31m.gz", Why.BROKEN, "at octet 4,096")));
    }

    /// A log in which nothing went wrong.
    static Explained healthy() {
        String line =
                "192.0.2.4 - - [05/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 512 \"-\""
                        + " \"curl/8.5.0\"\n";
        return read(Map.of("access.log", line.repeat(1500)), List.of());
    }

    /// Those files, as streams.
    static Explained read(Map<String, String> files, List<Skipped> skipped) {
        try (Scan scan = new Scan(new Question(CLOCK, Span.ALL, Dialects.KNOWN, 1))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] octets = file.getValue().getBytes(StandardCharsets.UTF_8);
                scan.stream(file.getKey(), new ByteArrayInputStream(octets));
            }
            var tally = scan.tally();
            return new Explained(Stories.of(tally), tally.coverage(), skipped, CLOCK, 412_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
