package dev.goodgate.logs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SieveTest {
    private record Found(long number, String line, Set<Integer> words) {}

    @Test
    void it_names_the_words_of_each_line_whatever_their_case() {
        Sieve sieve = Sieve.of(List.of("refused", "use", "timed out"));
        List<Found> found = find(sieve, "all is well\nConnection REFUSED\nTimed Out, refused\nbye");
        assertThat(found)
                .containsExactly(
                        new Found(1, "Connection REFUSED", words(0, 1)),
                        new Found(2, "Timed Out, refused", words(0, 1, 2)));
    }

    @Test
    void the_last_line_needs_no_line_feed_and_an_empty_block_has_none() {
        Sieve sieve = Sieve.of(List.of("end"));
        assertThat(find(sieve, "the end")).containsExactly(new Found(0, "the end", words(0)));
        assertThat(find(sieve, "")).isEmpty();
        assertThat(find(sieve, "end\n")).hasSize(1);
    }

    @Test
    void it_agrees_with_plain_searching_over_random_texts() {
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 6; i++) words.add(random(random, 1 + random.nextInt(4)));
            String text = random(random, 200);
            assertThat(find(Sieve.of(words), text))
                    .as(words + " in " + text)
                    .isEqualTo(plainly(words, text));
        }
    }

    private static List<Found> plainly(List<String> words, String text) {
        List<Found> found = new ArrayList<>();
        long number = 0;
        for (String line : text.split("\n", -1)) {
            Set<Integer> in = new TreeSet<>();
            for (int i = 0; i < words.size(); i++) {
                if (line.toLowerCase(Locale.ROOT).contains(words.get(i))) in.add(i);
            }
            if (!in.isEmpty()) found.add(new Found(number, line, in));
            number++;
        }
        return found;
    }

    private static String random(Random random, int length) {
        StringBuilder out = new StringBuilder();
        String letters = length > 10 ? "abAB \n" : "ab ";
        for (int i = 0; i < length; i++)
            out.append(letters.charAt(random.nextInt(letters.length())));
        return out.toString();
    }

    private static List<Found> find(Sieve sieve, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        List<Found> found = new ArrayList<>();
        sieve.scan(
                octets,
                0,
                octets.length,
                (number, from, to, hits, count) -> {
                    Set<Integer> words = new TreeSet<>();
                    for (int i = 0; i < count; i++) words.add(hits[i]);
                    String line = new String(octets, from, to - from, StandardCharsets.UTF_8);
                    found.add(new Found(number, line, words));
                });
        return found;
    }

    private static Set<Integer> words(Integer... indices) {
        return new TreeSet<>(List.of(indices));
    }
}
