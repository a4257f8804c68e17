package dev.goodgate.logs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.line.Clock.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
    private static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 3, 10));

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    private static String told(Stamp stamp) {
        return stamp.found()
                ? Instant.EPOCH.plus(stamp.micros(), ChronoUnit.MICROS).toString()
                : "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "2026-01-02T03:04:05Z; 2026-01-02T03:04:05Z",
                "2026-01-02t03:04:05z; 2026-01-02T03:04:05Z",
                "2026-01-02 03:04:05; 2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.1Z; 2026-01-02T03:04:05.100Z",
                "2026-01-02T03:04:05.123456789Z; 2026-01-02T03:04:05.123456Z",
                "2026-01-02 03:04:05,123; 2026-01-02T03:04:05.123Z",
                "2026-01-02T03:04:05.123+01:00; 2026-01-02T02:04:05.123Z",
                "2026-01-02T03:04:05-0530; 2026-01-02T08:34:05Z",
                "2026-01-02 03:04:05+00; 2026-01-02T03:04:05Z",
                "2026-01-02 03:04:05 +0200; 2026-01-02T01:04:05Z",
                "2026-01-02 03:04:05.123 UTC; 2026-01-02T03:04:05.123Z",
                "2026-01-02 03:04:05.123 CET; 2026-01-02T02:04:05.123Z",
                "2026-01-02 03:04:05 EST; 2026-01-02T08:04:05Z",
                "2026-01-02  3:04:05; 2026-01-02T03:04:05Z",
                "2026-06-30T23:59:60Z; 2026-07-01T00:00:00Z",
                "2024-02-29T00:00:00Z; 2024-02-29T00:00:00Z",
                "1970-01-01T00:00:00Z; 1970-01-01T00:00:00Z",
                "2026/01/02 03:04:05; 2026-01-02T03:04:05Z",
                "2026/01/02 03:04:05.678901; 2026-01-02T03:04:05.678901Z",
                "02/Jan/2026:03:04:05 +0100; 2026-01-02T02:04:05Z",
                "02/Jan/2026:03:04:05; 2026-01-02T03:04:05Z",
                "02/Jan/2026:03:04:05.123; 2026-01-02T03:04:05.123Z",
                "02/Jan/2026:03:04:05.123 -0800; 2026-01-02T11:04:05.123Z",
                "Fri Jan 02 03:04:05.123456 2026; 2026-01-02T03:04:05.123456Z",
                "Fri Jan 02 03:04:05 2026; 2026-01-02T03:04:05Z",
                "Fri Jan  2 03:04:05 2026; 2026-01-02T03:04:05Z",
                "Fri Jan  2 03:04:05 UTC 2026; 2026-01-02T03:04:05Z",
                "Fri, 02 Jan 2026 03:04:05 GMT; 2026-01-02T03:04:05Z",
                "Fri 2026-01-02 03:04:05 CET; 2026-01-02T02:04:05Z",
                "Jan  2 03:04:05; 2026-01-02T03:04:05Z",
                "Jan 02 03:04:05; 2026-01-02T03:04:05Z",
                "Jan 2 03:04:05; 2026-01-02T03:04:05Z",
                "Jan 02 03:04:05.123456; 2026-01-02T03:04:05.123456Z",
                "Jan  2 2026 03:04:05; 2026-01-02T03:04:05Z",
                "Mar 10 23:59:59; 2026-03-10T23:59:59Z",
                "Mar 11 00:00:00; 2025-03-11T00:00:00Z",
                "Dec 31 23:59:59; 2025-12-31T23:59:59Z",
                "Feb 29 01:02:03; 2024-02-29T01:02:03Z",
                "jul 21 03:04:05; 2025-07-21T03:04:05Z",
                "ene 02 03:04:05; 2026-01-02T03:04:05Z",
                "abr 02 03:04:05; 2025-04-02T03:04:05Z",
                "ago 02 03:04:05; 2025-08-02T03:04:05Z",
                "dic 02 03:04:05; 2025-12-02T03:04:05Z",
                "fev 02 03:04:05; 2026-02-02T03:04:05Z",
                "янв 02 03:04:05; 2026-01-02T03:04:05Z",
                "Mär 02 03:04:05; 2026-03-02T03:04:05Z",
                "Okt 02 03:04:05; 2025-10-02T03:04:05Z",
                "juil. 02 03:04:05; 2025-07-02T03:04:05Z",
                "déc. 02 03:04:05; 2025-12-02T03:04:05Z",
                "02-Jan-2026 03:04:05; 2026-01-02T03:04:05Z",
                "02-Jan-2026 03:04:05 UTC; 2026-01-02T03:04:05Z",
                "02-Jan-2026 03:04:05 Europe/Berlin; 2026-01-02T02:04:05Z",
                "02-Jul-2025 03:04:05 America/New_York; 2025-07-02T07:04:05Z",
                "02-Jan-2026 03:04:05.123; 2026-01-02T03:04:05.123Z",
                "2-Jan-2026::03:04:05; 2026-01-02T03:04:05Z",
                "Jan 2, 2026 3:04:05 PM; 2026-01-02T15:04:05Z",
                "Jan 2, 2026 12:04:05 AM; 2026-01-02T00:04:05Z",
                "Jan 2, 2026, 12:04:05\u202fPM; 2026-01-02T12:04:05Z",
                "260102  3:04:05; 2026-01-02T03:04:05Z",
                "260102 13:04:05; 2026-01-02T13:04:05Z",
                "02 Jan 2026 03:04:05.123; 2026-01-02T03:04:05.123Z",
                "02 Jan 03:04:05.123; 2026-01-02T03:04:05.123Z",
                "I0102 03:04:05.123456; 2026-01-02T03:04:05.123456Z",
                "20260102T030405Z; 2026-01-02T03:04:05Z",
                "20260102.03h04m05s; 2026-01-02T03:04:05Z",
                "1767323045; 2026-01-02T03:04:05Z",
                "1767323045.123; 2026-01-02T03:04:05.123Z",
                "1767323045.1234567; 2026-01-02T03:04:05.123456Z",
                "1767323045123; 2026-01-02T03:04:05.123Z",
                "1767323045123456; 2026-01-02T03:04:05.123456Z",
                "1767323045123456789; 2026-01-02T03:04:05.123456Z",
            })
    void each_form_is_read_to_its_end(String text, String instant) {
        Stamp stamp = CLOCK.at("[" + text + "] x", 1);
        assertThat(told(stamp)).isEqualTo(instant);
        assertThat(stamp.end()).isEqualTo(1 + text.length());
        assertThat(CLOCK.at(text, 0)).isEqualTo(new Stamp(micros(instant), text.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "2026-01-02",
                "2026-01-02T03:04",
                "2026-01-02T03:04:0",
                "2026-13-02T03:04:05Z",
                "2026-00-02T03:04:05Z",
                "2026-02-29T03:04:05Z",
                "2026-01-32T03:04:05Z",
                "2026-01-02T24:04:05Z",
                "2026-01-02T03:60:05Z",
                "2026-01-02T03:04:61Z",
                "2026-01-02T03:04:05.1234567890Z",
                "2026-01/02 03:04:05",
                "1969-12-31T23:59:59Z",
                "9999-01-02T03:04:05Z",
                "32/Jan/2026:03:04:05 +0000",
                "02/Foo/2026:03:04:05 +0000",
                "00/Jan/2026:03:04:05 +0000",
                "Fri Foo 02 03:04:05 2026",
                "Jan 32 03:04:05",
                "Feb 30 03:04:05",
                "January 2 03:04:05",
                "Jan 2, 2026 13:04:05 PM",
                "Jan 2, 99 3:04:05 PM",
                "261302  3:04:05",
                "260102 25:04:05",
                "X0102 03:04:05.123456",
                "I0102 03:04:05",
                "20261302T030405Z",
                "12345.678901",
                "0000000000",
                "9999999999",
                "17673230451",
                "1767323045x",
                "1767323045.123.4",
                "10.0.0.1 - -",
                "upstream timed out",
                "\u0661\u0662 Jan 2026 03:04:05",
            })
    void what_is_no_time_is_not_found(String text) {
        assertThat(CLOCK.at(text, 0)).isEqualTo(Stamp.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "type=AVC msg=audit(1767323045.123:77): avc~2026-01-02T03:04:05.123Z",
                "{\"level\":\"error\",\"ts\":1767323045.5,\"msg\":\"x\"}~2026-01-02T03:04:05.500Z",
                "{\"time\": 1767323045123}~2026-01-02T03:04:05.123Z",
                "1767323045.123    250 192.0.2.1 TCP_MISS/502~2026-01-02T03:04:05.123Z",
                "time=\"2026-01-02T03:04:05Z\" level=error~2026-01-02T03:04:05Z",
                "WARN[2026-01-02T03:04:05Z] Error forwarding~2026-01-02T03:04:05Z",
                "1:M 02 Jan 2026 03:04:05.123 # Server~2026-01-02T03:04:05.123Z",
                "[02-Jan-2026 03:04:05 UTC] PHP Fatal error~2026-01-02T03:04:05Z",
                "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET /\"~2026-01-02T03:04:05Z",
                "E, [2026-01-02T03:04:05.123456 #77] ERROR~2026-01-02T03:04:05.123456Z",
                "[ N 2026-01-02 03:04:05.1234 77/T1 age/Cor ]~2026-01-02T03:04:05.123400Z",
                "h2 2026-01-02T03:04:05.123456Z app/shop/1 192.0.2.1:5~2026-01-02T03:04:05.123456Z",
            })
    void the_first_time_of_a_line_is_found(String text, String instant) {
        assertThat(told(CLOCK.first(text))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[12345.678901] Out of memory: Killed process 77 (java)",
                "client sent 1767323045 bytes",
                "requests=1767323045",
                "GET /2026/01/02 HTTP/1.1",
                "x2026-01-02T03:04:05Z",
                "",
            })
    void a_line_without_a_time_has_no_first_one(String text) {
        assertThat(CLOCK.first(text)).isEqualTo(Stamp.NONE);
    }

    @Test
    void a_time_far_into_a_line_is_not_the_first_of_it() {
        assertThat(CLOCK.first("x ".repeat(48) + "2026-01-02T03:04:05Z")).isEqualTo(Stamp.NONE);
        assertThat(CLOCK.first("x ".repeat(47) + "2026-01-02T03:04:05Z").found()).isTrue();
    }

    @Test
    void a_time_without_a_zone_is_taken_in_the_clocks_zone() {
        var clock = new Clock(ZoneId.of("Asia/Kathmandu"), LocalDate.of(2026, 3, 10));
        assertThat(told(clock.at("2026-01-02 03:04:05", 0))).isEqualTo("2026-01-01T21:19:05Z");
        assertThat(told(clock.at("2026-01-02T03:04:05Z", 0))).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(told(clock.at("1767323045", 0))).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void what_follows_a_time_is_not_taken_for_its_zone() {
        assertThat(CLOCK.at("2026-01-02 03:04:05 WARN x", 0).end()).isEqualTo(19);
        assertThat(CLOCK.at("2026-01-02 03:04:05 -1 x", 0).end()).isEqualTo(19);
        assertThat(CLOCK.at("2026-01-02 03:04:05 0 [ERROR]", 0).end()).isEqualTo(19);
        assertThat(CLOCK.at("2026-01-02 03:04:05, x", 0).end()).isEqualTo(19);
        assertThat(CLOCK.at("2026/01/02 03:04:05\tERROR", 0).end()).isEqualTo(19);
        assertThat(CLOCK.at("2026-01-02 03:04:05: (server.c.1)", 0).end()).isEqualTo(19);
        assertThat(CLOCK.at("02-Jan-2026 03:04:05.123 SEVERE [main]", 0).end()).isEqualTo(24);
        assertThat(CLOCK.at("02-Jan-2026 03:04:05 Europe/Nowhere", 0).end()).isEqualTo(20);
        assertThat(CLOCK.at("Fri Jan  2 03:04:05 shop", 0).end()).isEqualTo(19);
    }

    @Test
    void every_day_of_two_centuries_is_where_the_calendar_has_it() {
        for (var day = LocalDate.of(1970, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            long expected = day.toEpochDay() * 86_400_000_000L;
            assertThat(CLOCK.at(day + "T00:00:00Z", 0).micros()).isEqualTo(expected);
        }
    }

    @Test
    void an_index_outside_the_text_finds_nothing() {
        assertThat(CLOCK.at("2026-01-02T03:04:05Z", -1)).isEqualTo(Stamp.NONE);
        assertThat(CLOCK.at("2026-01-02T03:04:05Z", 21)).isEqualTo(Stamp.NONE);
        assertThat(CLOCK.at("2026-01-02T03:04:05Z", Integer.MAX_VALUE)).isEqualTo(Stamp.NONE);
    }

    @Test
    void random_text_never_throws() {
        var random = new Random(7);
        String alphabet = "0123456789-/:. TZ+JanFebFriMay,\"[]=ts\u0661é\u202f\0";
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            if (i % 2 == 0) text.append(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
            int length = random.nextInt(40);
            for (int c = 0; c < length; c++) {
                char next = alphabet.charAt(random.nextInt(alphabet.length()));
                text.insert(random.nextInt(text.length() + 1), next);
            }
            assertThat(CLOCK.first(text.toString()).end()).isLessThanOrEqualTo(text.length());
        }
    }
}
