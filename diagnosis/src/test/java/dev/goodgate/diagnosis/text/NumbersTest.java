package dev.goodgate.diagnosis.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumbersTest {
    static List<Language> languages() {
        return Language.all();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whole_numbers_are_written_as_unicode_cldr_says(Language language) {
        NumberFormat known =
                NumberFormat.getIntegerInstance(ULocale.forLanguageTag(language.tag()));
        Numbers ours = Texts.in(language).numbers();
        for (long number : List.of(0L, 7L, 999L, 1234L, 12345L, 123456L, 1234567L, -1234L, -12L)) {
            assertThat(ours.whole(number)).isEqualTo(known.format(number));
        }
        assertThat(ours.whole(Long.MAX_VALUE)).isEqualTo(known.format(Long.MAX_VALUE));
        assertThat(ours.whole(Long.MIN_VALUE)).isEqualTo(known.format(Long.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fractions_have_the_decimal_mark_of_unicode_cldr(Language language) {
        NumberFormat known = NumberFormat.getInstance(ULocale.forLanguageTag(language.tag()));
        known.setMinimumFractionDigits(2);
        Numbers ours = Texts.in(language).numbers();
        assertThat(ours.decimal(1.5, 2)).isEqualTo(known.format(1.5));
        assertThat(ours.decimal(0.25, 2)).isEqualTo(known.format(0.25));
        assertThat(ours.decimal(7, 0)).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 480, 480 µs",
        "en, 12345, 12.3 ms",
        "en, 60004211, 60.00 s",
        "ru, 480, 480\u00a0мкс",
        "ru, 12345, '12,3\u00a0мс'",
        "ru, 1500000, '1,50\u00a0с'",
        "es, 1500000, '1,50 s'",
        "zh, 1500000, 1.50 秒",
        "zh, 0, 0 微秒"
    })
    void spans_of_time_have_a_unit(String language, long micros, String expected) {
        assertThat(Texts.in(Language.find(language).orElseThrow()).numbers().micros(micros))
                .isEqualTo(expected);
    }
}
