package dev.goodgate.logs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Quote;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
    private static final Question QUESTION =
            new Question(
                    new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 6)),
                    Span.ALL,
                    Dialects.KNOWN,
                    1);
    private static final String REFUSED =
            "connect() failed (111: Connection refused) while connecting to upstream\n";

    private static void feed(Inflow inflow, String text, long micros) {
        inflow.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), micros);
    }

    private static Group only(Arrivals arrivals) {
        return arrivals.tally().groups().iterator().next();
    }

    @Test
    void however_lines_are_cut_into_pieces_they_are_counted_and_numbered_the_same() {
        byte[] log = new SampleLog(new Random(7)).write(2_000);
        Arrivals whole = new Arrivals(QUESTION);
        whole.of("app.log", 0).take(ByteBuffer.wrap(log), Line.NO_TIME);
        Random random = new Random(8);
        Arrivals pieces = new Arrivals(QUESTION);
        Inflow inflow = pieces.of("app.log", 0);
        for (int at = 0; at < log.length; ) {
            int count = Math.min(log.length - at, 1 + random.nextInt(3_000));
            inflow.take(ByteBuffer.wrap(log, at, count), Line.NO_TIME);
            at += count;
            if (random.nextInt(10) == 0) pieces.forget(_ -> false);
        }
        assertThat(numbers(pieces)).isNotEmpty().isEqualTo(numbers(whole));
    }

    private static List<String> numbers(Arrivals arrivals) {
        return arrivals.tally().groups().stream()
                .flatMap(
                        group -> group.quotes().stream().map(quote -> told(arrivals, group, quote)))
                .toList();
    }

    private static String told(Arrivals arrivals, Group group, Quote quote) {
        long number = arrivals.tally().coverage().number(quote.where());
        return group.key() + " " + group.count() + " " + number + " " + quote.text();
    }

    @Test
    void what_is_past_is_forgotten() {
        Arrivals arrivals = new Arrivals(QUESTION);
        Inflow inflow = arrivals.of("app.log", 0);
        feed(inflow, REFUSED, 1_000_000);
        assertThat(arrivals.tally().groups()).hasSize(1);
        arrivals.forget(_ -> true);
        assertThat(arrivals.tally().groups()).isEmpty();
        feed(inflow, REFUSED, 2_000_000);
        Quote quote = only(arrivals).quotes().getFirst();
        assertThat(arrivals.tally().coverage().number(quote.where())).isEqualTo(2);
    }

    @Test
    void a_line_without_a_time_is_of_the_moment_it_came() {
        Arrivals arrivals = new Arrivals(QUESTION);
        feed(arrivals.of("app.log", 0), REFUSED, 5_000_000);
        assertThat(only(arrivals).first()).isEqualTo(5_000_000);
    }

    @Test
    void an_endless_line_takes_no_more_room_than_its_limit() {
        Arrivals arrivals = new Arrivals(QUESTION);
        Inflow inflow = arrivals.of("app.log", 0);
        feed(inflow, "x".repeat(600_000), Line.NO_TIME);
        feed(inflow, "x".repeat(600_000), Line.NO_TIME);
        assertThat(inflow.waits()).isFalse();
        feed(inflow, REFUSED.strip(), Line.NO_TIME);
        assertThat(arrivals.tally().groups()).isEmpty();
        feed(inflow, "\n" + REFUSED, Line.NO_TIME);
        assertThat(arrivals.tally().groups()).hasSize(1);
        assertThat(arrivals.tally().coverage().total().cut()).isEqualTo(1);
    }
}
