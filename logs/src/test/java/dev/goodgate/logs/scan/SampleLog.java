package dev.goodgate.logs.scan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Lines as nginx, php-fpm and an application might have written them, at random.
final class SampleLog {
    private static final DateTimeFormatter NGINX =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ACCESS =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FPM =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final List<String> PATHS = List.of("/", "/cart", "/api/items", "/login");

    private final Random random;
    private Instant now = Instant.parse("2026-01-05T06:07:08Z");

    SampleLog(Random random) {
        this.random = random;
    }

    byte[] write(int lines) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            now = now.plusMillis(random.nextInt(9000));
            out.append(line()).append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String line() {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        return switch (random.nextInt(8)) {
            case 0 ->
                    NGINX.format(now)
                            + " [error] 7#7: *12 connect() failed (111: Connection refused) while"
                            + " connecting to upstream, client: 192.0.2.1, server: shop.test,"
                            + " request: \"GET "
                            + path
                            + " HTTP/1.1\", upstream: \"http://10.0.0."
                            + random.nextInt(4)
                            + ":8080"
                            + path
                            + "\", host: \"shop.test\"";
            case 1 ->
                    NGINX.format(now)
                            + " [error] 7#7: *13 upstream timed out (110: Connection timed out)"
                            + " while reading response header from upstream, client: 192.0.2.1,"
                            + " server: shop.test, request: \"GET / HTTP/1.1\", upstream:"
                            + " \"fastcgi://unix:/run/php/fpm.sock:\", host: \"shop.test\"";
            case 2 ->
                    "["
                            + FPM.format(now)
                            + "] WARNING: [pool www] server reached pm.max_children setting (5),"
                            + " consider raising it";
            case 3 -> access(path, 502);
            case 4 -> "java.lang.OutOfMemoryError: Java heap space";
            default -> access(path, 200);
        };
    }

    private String access(String path, int status) {
        return "192.0.2.7 - - ["
                + ACCESS.format(now)
                + "] \"GET "
                + path
                + " HTTP/1.1\" "
                + status
                + " 157 \"-\" \"curl/8.5.0\"";
    }
}
