package dev.goodgate.logs.scan;

import dev.goodgate.logs.dialect.Entry;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import dev.goodgate.logs.line.Peel;
import dev.goodgate.logs.sign.Sieve;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import dev.goodgate.logs.tally.Coverage;
import dev.goodgate.logs.tally.Quote;
import dev.goodgate.logs.tally.Sighting;
import dev.goodgate.logs.tally.Tally;
import dev.goodgate.logs.tally.Where;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// Reads blocks into a tally: sieves them, and understands the lines that are left. For one thread.
final class LineReader {
    /// More of a line is not read for meaning.
    private static final int LONGEST = 16 * 1024;

    /// As much of a line is quoted.
    private static final int QUOTED = 1200;

    /// How far back a line without a time looks for one.
    private static final int LOOK_BACK_LINES = 60;

    private final Clock clock;
    private final Question question;
    private final Tally tally;
    private long arrived = Line.NO_TIME;

    LineReader(Question question, Tally tally) {
        this.question = question;
        clock = question.clock();
        this.tally = tally;
    }

    /// From now on, lines that neither say a time nor stand below one that does are of that time.
    void arrived(long micros) {
        arrived = micros;
    }

    /// Counts what the block shows.
    void read(Block block) {
        Lines lines = new Lines(block);
        long count = Sifter.ALL.sieve().scan(block.octets, block.from, block.to, lines);
        long octets = (long) block.to - block.from;
        tally.coverage()
                .add(
                        block.source,
                        block.chunk,
                        new Coverage.Read(count, octets, block.cut ? 1 : 0));
    }

    /// What one text shows, taken by itself, without sieving.
    void read(String text, Where where) {
        understand(text, where, PASTED);
    }

    /// What is known of a line from around it, asked for only where it matters.
    private interface Surroundings {
        /// The signs it may show.
        Iterable<Sign> candidates();

        /// The time of the lines before it.
        long micros();
    }

    private static final Surroundings PASTED =
            new Surroundings() {
                @Override
                public Iterable<Sign> candidates() {
                    return Signs.ALL.all();
                }

                @Override
                public long micros() {
                    return Line.NO_TIME;
                }
            };

    private void understand(String text, Where where, Surroundings around) {
        Line line = Peel.of(text, clock);
        Entry entry =
                question.dialects().read(line, clock).orElseGet(() -> Entry.unread(line, clock));
        Set<Sign> seen = new LinkedHashSet<>();
        for (String id : entry.signs()) Signs.ALL.of(id).ifPresent(seen::add);
        String searched = entry.access() ? entry.message() : line.text();
        String small = searched.toLowerCase(Locale.ROOT);
        if (!small.isEmpty()) {
            for (Sign sign : around.candidates()) {
                if (sign.in(small)) seen.add(sign);
            }
        }
        if (seen.isEmpty()) return;
        long micros = entry.timed() ? entry.micros() : line.micros();
        if (micros == Line.NO_TIME) micros = around.micros();
        if (!question.span().holds(micros)) return;
        String quoted = line.text();
        if (quoted.length() > QUOTED) quoted = quoted.substring(0, QUOTED) + "…";
        Quote quote = new Quote(micros, where, quoted);
        for (Sign sign : seen) tally.add(new Sighting(sign, line, entry, quote));
    }

    /// The lines of one block that may matter.
    private final class Lines implements Sieve.Sink {
        private final Block block;

        Lines(Block block) {
            this.block = block;
        }

        @Override
        public void line(long number, int from, int to, int[] hits, int count) {
            byte[] octets = block.octets;
            Where where = new Where(block.source, block.chunk, number);
            String text = text(octets, from, to);
            understand(
                    text,
                    where,
                    new Surroundings() {
                        @Override
                        public Iterable<Sign> candidates() {
                            return Sifter.ALL.candidates(hits, count);
                        }

                        @Override
                        public long micros() {
                            return context(from);
                        }
                    });
        }

        /// For a line that says no time itself: that of the nearest line before it that does.
        private long context(int from) {
            byte[] octets = block.octets;
            int end = from - 1;
            for (int i = 0; i < LOOK_BACK_LINES && end > 0; i++) {
                int start = end;
                while (start > 0 && octets[start - 1] != '\n') start--;
                long micros = time(text(octets, start, Math.min(end, start + 256)));
                if (micros != Line.NO_TIME) return micros;
                end = start - 1;
            }
            return arrived;
        }

        private long time(String before) {
            Line line = Peel.of(before, clock);
            return line.timed() ? line.micros() : clock.first(line.text()).micros();
        }

        private String text(byte[] octets, int from, int to) {
            int end = Math.min(to, from + LONGEST);
            return new String(octets, from, end - from, StandardCharsets.UTF_8);
        }
    }
}
