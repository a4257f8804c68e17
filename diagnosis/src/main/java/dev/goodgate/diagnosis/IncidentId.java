package dev.goodgate.diagnosis;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// An incident's name: 20 characters of Crockford base32. The first nine hold milliseconds since
/// 1970 (45 bits), so ids sort by time; the other eleven hold 55 random bits, so ids cannot be
/// guessed. Immutable.
public record IncidentId(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int TIME_LENGTH = 9;

    /// A new id for that time. `random` must be cryptographically strong.
    public static IncidentId create(long epochMillis, RandomGenerator random) {
        char[] text = new char[LENGTH];
        long time = epochMillis;
        for (int i = TIME_LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (time & 31));
            time >>>= 5;
        }
        long tail = random.nextLong();
        for (int i = TIME_LENGTH; i < LENGTH; i++) {
            text[i] = ALPHABET.charAt((int) (tail & 31));
            tail >>>= 5;
        }
        return new IncidentId(new String(text));
    }

    /// The id in that text, in either case, empty when it is none.
    public static Optional<IncidentId> parse(String text) {
        String upper = text.toUpperCase(java.util.Locale.ROOT);
        if (upper.length() != LENGTH || !upper.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(new IncidentId(upper));
    }

    /// Milliseconds since 1970 at which the id was made.
    public long epochMillis() {
        long time = 0;
        for (int i = 0; i < TIME_LENGTH; i++) {
            time = time << 5 | ALPHABET.indexOf(text.charAt(i));
        }
        return time;
    }

    @Override
    public String toString() {
        return text;
    }
}
