package dev.goodgate.logs.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// The logs of a site whose upstream is down for a while: nginx's access log, more than one task
/// reads at once; its error log, the older part of it compressed; php-fpm's; and files that cannot
/// be read to their end.
final class SiteLogs {
    private static final DateTimeFormatter ERROR = form("yyyy/MM/dd HH:mm:ss");
    private static final DateTimeFormatter ACCESS = form("dd/MMM/yyyy:HH:mm:ss Z");
    private static final DateTimeFormatter FPM = form("dd-MMM-yyyy HH:mm:ss");
    private static final Instant START = Instant.parse("2026-01-05T06:07:08Z");

    private final Random random = new Random(2026);
    private final Path folder;

    SiteLogs(Path folder) {
        this.folder = folder;
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    void write() throws IOException {
        plain("access.log", access(90_000));
        plain("error.log", errors(3000, START.plusSeconds(7200)));
        byte[] older = errors(40_000, START);
        packed("error.log.1.gz", older);
        plain("php-fpm.log", fpm());
        byte[] gz = Files.readAllBytes(folder.resolve("error.log.1.gz"));
        plain("torn.log.gz", Arrays.copyOf(gz, gz.length / 2));
        plain("empty.log", new byte[0]);
        plain(
                "utf16.log",
                new String(errors(20, START), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_16));
    }

    private void plain(String name, byte[] octets) throws IOException {
        Files.write(folder.resolve(name), octets);
    }

    private void packed(String name, byte[] octets) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(octets);
        }
    }

    private byte[] access(int lines) {
        StringBuilder text = new StringBuilder();
        Instant now = START;
        for (int i = 0; i < lines; i++) {
            now = now.plusMillis(random.nextInt(200));
            int status = random.nextInt(50) == 0 ? 502 : 200;
            text.append("192.0.2.").append(random.nextInt(200)).append(" - - [");
            text.append(ACCESS.format(now)).append("] \"GET /item/").append(random.nextInt(90));
            text.append(" HTTP/1.1\" ").append(status).append(" 157 \"-\" \"curl/8.5.0\"\n");
        }
        return octets(text);
    }

    private byte[] errors(int lines, Instant start) {
        StringBuilder text = new StringBuilder();
        Instant now = start;
        for (int i = 0; i < lines; i++) {
            now = now.plusMillis(random.nextInt(400));
            String time = ERROR.format(now);
            if (i % 100 == 7) {
                text.append("java.lang.OutOfMemoryError: Java heap space\n");
                continue;
            }
            text.append(time).append(" [error] 7#7: *").append(i);
            text.append(
                    " connect() failed (111: Connection refused) while connecting to upstream,");
            text.append(" client: 192.0.2.1, server: shop.test, request: \"GET / HTTP/1.1\",");
            text.append(" upstream: \"http://10.0.0.").append(random.nextInt(4));
            text.append(":8080/\", host: \"shop.test\"\n");
        }
        return octets(text);
    }

    private byte[] fpm() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append('[').append(FPM.format(START.plusSeconds(60L * i)));
            text.append("] WARNING: [pool www] server reached pm.max_children setting (5),");
            text.append(" consider raising it\n");
        }
        return octets(text);
    }

    private static byte[] octets(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
