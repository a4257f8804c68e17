package dev.goodgate.logs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Quote;
import dev.goodgate.logs.tally.Tally;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Parts of logs, read apart and put together in any way, tell what the whole tells.
final class MergeTest {
    private static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 31));
    private static final Question QUESTION = new Question(CLOCK, Span.ALL, Dialects.KNOWN, 1);
    private static final int SPLITS = 1000;

    private final Random random = new Random(4711);
    private final byte[] log = new SampleLog(random).write(600);

    @Test
    void a_thousand_random_splits_tell_what_the_whole_tells() {
        List<String> whole = content(read(List.of(0, log.length)).getFirst());
        assertThat(whole).hasSizeGreaterThan(4);
        for (int i = 0; i < SPLITS; i++) {
            List<Tally> parts = read(cuts());
            assertThat(content(merged(parts))).as("split %d", i).isEqualTo(whole);
        }
    }

    @Test
    void parts_merge_to_the_same_in_any_grouping() {
        for (int i = 0; i < 100; i++) {
            List<Integer> cuts = cuts();
            Tally left = new Tally();
            read(cuts).forEach(left::merge);
            assertThat(merged(read(cuts))).isEqualTo(left);
        }
    }

    /// Two of the parts at random become one until one is left.
    private Tally merged(List<Tally> parts) {
        List<Tally> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            Tally one = left.remove(random.nextInt(left.size()));
            Tally other = left.remove(random.nextInt(left.size()));
            one.merge(other);
            left.add(one);
        }
        return left.getFirst();
    }

    /// Begins of lines, at random, with both ends.
    private List<Integer> cuts() {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        int step = 1 + random.nextInt(log.length / 3);
        int at = random.nextInt(step);
        while (at < log.length) {
            while (at > 0 && at < log.length && log[at - 1] != '\n') at++;
            if (at > cuts.getLast() && at < log.length) cuts.add(at);
            at += 1 + random.nextInt(step);
        }
        cuts.add(log.length);
        return cuts;
    }

    private List<Tally> read(List<Integer> cuts) {
        List<Tally> parts = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            Tally part = new Tally();
            int from = cuts.get(i - 1);
            Block.Where where = new Block.Where("app.log", from);
            Block block = new Block(where, log, from, cuts.get(i), false);
            new LineReader(QUESTION, part).read(block);
            parts.add(part);
        }
        return parts;
    }

    private static List<String> content(Tally tally) {
        List<String> content = new ArrayList<>();
        for (Group group : tally.groups()) {
            StringBuilder text = new StringBuilder();
            text.append(group.key()).append(group.count()).append(' ').append(group.first());
            text.append(' ').append(group.last()).append(group.times().counts());
            text.append(group.paths().top(1000)).append(group.hosts().top(1000));
            text.append(group.durations().quantile(0.5)).append(group.statuses());
            for (Quote quote : group.quotes()) {
                text.append(tally.coverage().number(quote.where())).append(quote.text());
            }
            content.add(text.toString());
        }
        content.add(tally.coverage().total().toString());
        return content;
    }

    @Test
    void the_sample_is_text() {
        assertThat(new String(log, StandardCharsets.UTF_8)).contains("connect() failed");
    }
}
