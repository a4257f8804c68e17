package dev.goodgate.logs.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeelSafetyTest {
    private static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 3, 10));

    @Test
    void nothing_that_is_left_drives_a_terminal() {
        assertThat(Peel.of("a\u0007b\u0000c\u001bZd\u0085e\u202ef\tg\rh", CLOCK).text())
                .isEqualTo("a\\x07b\\x00c\\x1bZd\\x85e\\u202ef\tgh");
        assertThat(Peel.of("a\u001b]0;no end", CLOCK).text()).isEqualTo("a\\x1b]0;no end");
        assertThat(Peel.of("{\"msg\":\"a\\u001b[2Jb\\nc\"}", CLOCK).text()).isEqualTo("ab\\nc");
        assertThat(Peel.of("{\"MESSAGE\":[97,27,91,51,49,109,98,195,164]}", CLOCK).text())
                .isEqualTo("abä");
    }

    @Test
    void at_most_eight_wrappers_come_off() {
        assertThat(Peel.of("> ".repeat(8) + "x", CLOCK).text()).isEqualTo("x");
        assertThat(Peel.of("> ".repeat(20) + "x", CLOCK).text()).isEqualTo("> ".repeat(12) + "x");
        assertThat(Peel.of("{\"msg\":".repeat(100_000), CLOCK).text()).startsWith("{\"msg\":");
    }

    @Test
    void every_cut_of_every_wrapper_is_read() {
        for (PeelTest.Case[] cases :
                new PeelTest.Case[][] {PeelTest.SYSLOG, PeelTest.CONTAINERS, PeelTest.PASTED}) {
            for (PeelTest.Case given : cases) {
                for (int end = 0; end <= given.raw().length(); end++) {
                    assertThat(safe(given.raw().substring(0, end))).isTrue();
                    assertThat(safe(given.raw().substring(end))).isTrue();
                }
            }
        }
    }

    @Test
    void random_octets_in_wrappers_are_read() {
        var random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            PeelTest.Case[] cases = i % 2 == 0 ? PeelTest.SYSLOG : PeelTest.CONTAINERS;
            var text = new StringBuilder(cases[random.nextInt(cases.length)].raw());
            int changes = 1 + random.nextInt(8);
            for (int c = 0; c < changes; c++) {
                int bound = random.nextInt(8) == 0 ? 65_536 : 128;
                text.setCharAt(
                        random.nextInt(Math.min(60, text.length())), (char) random.nextInt(bound));
            }
            assertThat(safe(text.toString())).isTrue();
        }
    }

    private static boolean safe(String raw) {
        String text = Peel.of(raw, CLOCK).text();
        return text.chars().allMatch(c -> c == '\t' || (c >= 0x20 && (c < 0x7f || c > 0x9f)));
    }
}
