package dev.goodgate.logs.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goodgate.logs.dialect.Entry;
import dev.goodgate.logs.line.Line;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Tallies on their way between machines, and many upstreams in them.
final class TallyCodecTest {
    private static final List<Sign> SIGNS = Signs.ALL.all().subList(0, 3);

    private final Random random = new Random(20260105);

    @Test
    void what_is_read_back_equals_what_was_written() {
        for (int i = 0; i < 200; i++) {
            Tally tally = tally(random.nextInt(400), 1 + random.nextInt(300));
            byte[] octets = TallyCodec.write(tally);
            Tally back = TallyCodec.read(octets);
            assertThat(back).isEqualTo(tally);
            assertThat(TallyCodec.write(back)).isEqualTo(octets);
        }
    }

    @Test
    void what_was_read_back_merges_as_what_was_written() {
        for (int i = 0; i < 50; i++) {
            Tally one = tally(200, 250);
            Tally other = tally(200, 250);
            Tally travelled = TallyCodec.read(TallyCodec.write(one));
            travelled.merge(TallyCodec.read(TallyCodec.write(other)));
            one.merge(other);
            assertThat(travelled).isEqualTo(one);
        }
    }

    @Test
    void more_upstreams_than_are_told_apart_merge_in_any_grouping() {
        for (int i = 0; i < 50; i++) {
            byte[] a = TallyCodec.write(tally(300, 400));
            byte[] b = TallyCodec.write(tally(300, 400));
            byte[] c = TallyCodec.write(tally(300, 400));
            Tally left = TallyCodec.read(a);
            left.merge(TallyCodec.read(b));
            left.merge(TallyCodec.read(c));
            Tally right = TallyCodec.read(c);
            right.merge(TallyCodec.read(b));
            Tally first = TallyCodec.read(a);
            first.merge(right);
            assertThat(first).isEqualTo(left);
        }
    }

    @Test
    void more_signs_and_upstreams_than_fit_are_told_apart_less_in_any_grouping() {
        List<Sign> all = Signs.ALL.all();
        for (int signs : List.of(40, 200, 1_200)) {
            List<byte[]> parts = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                Tally tally = new Tally();
                for (int i = 0; i < 4_000; i++) sight(tally, all.get(random.nextInt(signs)), 60);
                parts.add(TallyCodec.write(tally));
            }
            Tally left = merged(List.of(parts.get(0), parts.get(1), parts.get(2)));
            Tally right = merged(List.of(parts.get(2), parts.get(0), parts.get(1)));
            assertThat(right).isEqualTo(left);
            assertThat(left.groups()).hasSizeLessThanOrEqualTo(Math.max(1_024, 2 * signs));
            assertThat(left.groups().stream().mapToLong(Group::count).sum()).isEqualTo(12_000);
        }
    }

    private static Tally merged(List<byte[]> parts) {
        Tally all = new Tally();
        for (byte[] part : parts) all.merge(TallyCodec.read(part));
        return all;
    }

    @Test
    void long_words_take_little_room() {
        Tally tally = new Tally();
        for (int i = 0; i < 1_000; i++) {
            Entry entry =
                    Entry.of("test")
                            .upstream("a".repeat(8_000) + i)
                            .request("GET /" + i + "b".repeat(8_000) + " HTTP/1.1")
                            .host(i + "c".repeat(8_000))
                            .done();
            Quote quote = new Quote(Line.NO_TIME, new Where("log", 0, i), "d");
            tally.add(new Sighting(SIGNS.getFirst(), Line.bare("d"), entry, quote));
        }
        assertThat(tally.groups()).hasSize(1);
        assertThat(TallyCodec.write(tally).length).isLessThan(100_000);
    }

    @Test
    void half_a_character_survives() {
        Tally tally = new Tally();
        sight(tally, 1, "broken \ud83d…");
        assertThat(TallyCodec.read(TallyCodec.write(tally))).isEqualTo(tally);
    }

    @Test
    void octets_of_something_else_are_refused_at_their_place() {
        byte[] octets = TallyCodec.write(tally(20, 5));
        for (int length = 0; length < octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TallyCodec.read(cut))
                    .withMessageContaining("tally: ");
        }
        for (int i = 0; i < 2000; i++) {
            byte[] other = octets.clone();
            other[random.nextInt(other.length)] = (byte) random.nextInt();
            survives(other);
        }
    }

    /// Another octet may be another tally, or none; nothing else comes of it.
    private static void survives(byte[] octets) {
        try {
            assertThat(TallyCodec.read(octets)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("tally: ");
        }
    }

    private Tally tally(int sightings, int upstreams) {
        Tally tally = new Tally();
        for (int i = 0; i < sightings; i++) sight(tally, upstreams, "line " + i + " ü 字 😀");
        for (int i = random.nextInt(5); i > 0; i--) {
            Coverage.Read read = new Coverage.Read(random.nextInt(9), random.nextInt(), i % 2);
            tally.coverage().add("log-" + i, (4L * i) << 20, read);
        }
        return tally;
    }

    private void sight(Tally tally, int upstreams, String text) {
        sight(tally, SIGNS.get(random.nextInt(SIGNS.size())), upstreams, text);
    }

    private void sight(Tally tally, Sign sign, int upstreams) {
        sight(tally, sign, upstreams, "line");
    }

    private void sight(Tally tally, Sign sign, int upstreams, String text) {
        boolean timed = random.nextInt(5) > 0;
        long micros = timed ? 1_767_000_000_000_000L + random.nextLong(1L << 40) : Line.NO_TIME;
        Entry entry =
                Entry.of("test")
                        .at(micros)
                        .status(500 + random.nextInt(5))
                        .millis(random.nextInt(100_000) - 1L)
                        .request("GET /p" + random.nextInt(500) + " HTTP/1.1")
                        .host("shop.test")
                        .upstream(upstream(upstreams))
                        .done();
        Where where = new Where("log-" + random.nextInt(3), 0, random.nextInt(1000));
        tally.add(new Sighting(sign, Line.bare(text), entry, new Quote(micros, where, text)));
    }

    private String upstream(int upstreams) {
        int number = random.nextInt(upstreams);
        return number == 0 ? "" : "10.0.0." + number + ":8080";
    }
}
