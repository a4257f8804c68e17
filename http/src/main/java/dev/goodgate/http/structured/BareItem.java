package dev.goodgate.http.structured;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A value without parameters. RFC 9651 section 3.3.
///
/// Each constructor accepts just what has a text form, so writing never fails; what has none is an
/// `IllegalArgumentException`.
public sealed interface BareItem {

    /// The item with this value and no parameters.
    default Item item() {
        return new Item(this);
    }

    /// A whole number of at most 15 digits. RFC 9651 section 3.3.1.
    ///
    /// @param value the number
    record Int(long value) implements BareItem {
        static final long MOST = 999_999_999_999_999L;

        /// Checks the number of digits.
        public Int {
            check(value >= -MOST && value <= MOST, "integer: more than 15 digits");
        }
    }

    /// A number with at most 12 digits before the point and 3 behind it. RFC 9651 section 3.3.2.
    ///
    /// @param value the number, rounded to three digits, a half to the even one
    record Decimal(BigDecimal value) implements BareItem {
        private static final BigDecimal MOST = new BigDecimal("999999999999.999");

        /// Rounds and checks the number of digits.
        public Decimal {
            value = value.setScale(3, RoundingMode.HALF_EVEN);
            check(
                    value.abs().compareTo(MOST) <= 0,
                    "decimal: more than 12 digits before the point");
        }
    }

    /// Printable ASCII. RFC 9651 section 3.3.3.
    ///
    /// @param value the characters, without quotes and escapes
    record Text(String value) implements BareItem {
        /// Checks the characters.
        public Text {
            check(value.chars().allMatch(c -> c >= ' ' && c < 127), "string: not printable ASCII");
        }
    }

    /// A short word. RFC 9651 section 3.3.4.
    ///
    /// @param value the word
    record Token(String value) implements BareItem {
        /// Checks the characters.
        public Token {
            boolean fine = !value.isEmpty() && Grammar.tokenStart(value.charAt(0));
            check(fine && value.chars().allMatch(Grammar::token), "token: bad character");
        }
    }

    /// Any octets. RFC 9651 section 3.3.5.
    ///
    /// @param octets the octets; treat as read-only
    @SuppressWarnings("ArrayRecordComponent") // equality is by content, below
    record Bytes(byte[] octets) implements BareItem {
        /// Copies the octets.
        public Bytes {
            octets = octets.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(byte[] same) && Arrays.equals(octets, same);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(octets);
        }
    }

    /// True or false. RFC 9651 section 3.3.6.
    ///
    /// @param value which
    record Bool(boolean value) implements BareItem {}

    /// A point in time. RFC 9651 section 3.3.7.
    ///
    /// @param seconds since 1970-01-01, leap seconds not counted
    record Date(long seconds) implements BareItem {
        /// Checks the number of digits.
        public Date {
            check(seconds >= -Int.MOST && seconds <= Int.MOST, "date: more than 15 digits");
        }
    }

    /// Text for people in any script. RFC 9651 section 3.3.8.
    ///
    /// @param value the text; without unpaired surrogates
    record Display(String value) implements BareItem {
        /// Checks that the text has a UTF-8 form.
        public Display {
            check(encodable(value), "display string: unpaired surrogate");
        }

        private static boolean encodable(String value) {
            try {
                StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
                return true;
            } catch (CharacterCodingException _) {
                return false;
            }
        }
    }

    private static void check(boolean fine, String fault) {
        if (!fine) {
            throw new IllegalArgumentException(fault);
        }
    }
}
