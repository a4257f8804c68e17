package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A gigabyte of nginx's logs of a day of three sites, the same at every run: written to a folder
/// below `target`, deleted with it.
///
/// @param access in the combined format
/// @param error the error log; empty where nothing failed
record SampleLogs(Path access, Path error) {
    private static final long OCTETS = 1_000_000_000;
    private static final long SEED = 7;
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final DateTimeFormatter CLF = form("dd/MMM/yyyy:HH:mm:ss");
    private static final DateTimeFormatter NGINX = form("yyyy/MM/dd HH:mm:ss");
    private static final List<String> HOSTS =
            List.of("shop.example", "api.example", "blog.example");
    private static final List<String> PATHS =
            List.of("/", "/cart", "/api/v1/items", "/img/logo.png", "/search?q=shoes", "/login");
    private static final List<String> AGENTS =
            List.of(
                    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                            + " Chrome/130.0 Safari/537.36",
                    "curl/8.5.0",
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)");
    private static final List<String> FAILURES =
            List.of(
                    "connect() failed (111: Connection refused) while connecting to upstream",
                    "upstream prematurely closed connection while reading response header from"
                            + " upstream",
                    "recv() failed (104: Connection reset by peer) while reading response header"
                            + " from upstream");
    private static final String LATE =
            "upstream timed out (110: Connection timed out) while reading response header from"
                    + " upstream";

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /// Writes a gigabyte, of whose requests that share fails.
    static SampleLogs write(Path folder, double failing) {
        SampleLogs logs = new SampleLogs(folder.resolve("access.log"), folder.resolve("error.log"));
        Random random = new Random(SEED);
        try (BufferedWriter access = Files.newBufferedWriter(logs.access);
                BufferedWriter error = Files.newBufferedWriter(logs.error)) {
            long written = 0;
            for (int number = 0; written < OCTETS; number++) {
                Request request = Request.of(random, number, failing);
                String line = request.accessLine();
                access.write(line);
                written += line.length();
                if (request.status < 500) continue;
                String why = request.errorLine(random);
                error.write(why);
                written += why.length();
            }
        } catch (IOException e) {
            throw new BenchFailure("cannot write " + folder + ": " + e.getMessage());
        }
        return logs;
    }

    private record Request(
            int number,
            Instant at,
            String client,
            String path,
            String agent,
            int status,
            int size) {

        static Request of(Random random, int number, double failing) {
            double fate = random.nextDouble();
            int status = fate < failing * 0.75 ? 502 : fate < failing ? 504 : healthy(fate);
            return new Request(
                    number,
                    START.plusSeconds(number / 60),
                    "192.0.2." + random.nextInt(1, 255),
                    pick(random, PATHS),
                    pick(random, AGENTS),
                    status,
                    random.nextInt(100, 90_000));
        }

        private static int healthy(double fate) {
            if (fate < 0.8) return 200;
            if (fate < 0.9) return 304;
            return fate < 0.96 ? 404 : 301;
        }

        private static String pick(Random random, List<String> words) {
            return words.get(random.nextInt(words.size()));
        }

        String host() {
            return HOSTS.get(number % HOSTS.size());
        }

        String accessLine() {
            return client
                    + " - - ["
                    + CLF.format(at)
                    + " +0000] \"GET "
                    + path
                    + " HTTP/1.1\" "
                    + status
                    + " "
                    + size
                    + " \"https://"
                    + host()
                    + "/\" \""
                    + agent
                    + "\"\n";
        }

        String errorLine(Random random) {
            String what = status == 504 ? LATE : pick(random, FAILURES);
            return NGINX.format(at)
                    + " [error] 1234#1234: *"
                    + number
                    + " "
                    + what
                    + ", client: "
                    + client
                    + ", server: "
                    + host()
                    + ", request: \"GET "
                    + path
                    + " HTTP/1.1\", upstream: \"http://10.0.0."
                    + random.nextInt(1, 4)
                    + ":8080"
                    + path
                    + "\", host: \""
                    + host()
                    + "\"\n";
        }
    }
}
