package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.line.Line;
import java.util.Random;

/// Lines that nobody meant to write, given to each dialect by itself.
final class Hostile {
    private static final String ODD = "\"'[](){}<>=:,-\\/ \t%#0\u0000\u00e9\ud83d\n";
    private static final int ROUNDS = 60;

    private Hostile() {}

    /// Every beginning and every end of the line.
    static void cut(String line) {
        for (int i = 0; i <= line.length(); i++) {
            read(line.substring(0, i));
            read(line.substring(i));
        }
    }

    /// The line with characters replaced, always the same ones.
    static void changed(String line) {
        Random random = new Random(line.length());
        for (int round = 0; round < ROUNDS && !line.isEmpty(); round++) {
            StringBuilder odd = new StringBuilder(line);
            for (int i = 0; i < 3; i++) {
                odd.setCharAt(
                        random.nextInt(odd.length()), ODD.charAt(random.nextInt(ODD.length())));
            }
            read(odd.toString());
        }
    }

    private static void read(String text) {
        for (Dialect dialect : Dialects.ALL) {
            dialect.read(Line.bare(text), Sample.CLOCK)
                    .ifPresent(entry -> assertThat(entry.dialect()).isEqualTo(dialect.id()));
        }
    }
}
