package dev.goodgate.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.rule.Rule;
import dev.goodgate.logs.rule.Rules;
import dev.goodgate.logs.source.Why;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every language has the words for all there is to say. Reads the files themselves: at run time
/// English stands in for what is missing.
final class ReasonsTest {
    static Stream<Language> languages() {
        return Language.all().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_rule_says_why(Language language) throws IOException {
        Properties texts = texts(language);
        for (Rule rule : Rules.ALL) {
            assertThat(texts.getProperty("story.reason." + rule.id())).as(rule.id()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_skipped_input_has_its_reason_in_words(Language language) throws IOException {
        Properties texts = texts(language);
        for (Why why : Why.values()) {
            String id = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(texts.getProperty("story.skipped." + id)).as(id).isNotBlank();
        }
    }

    private static Properties texts(Language language) throws IOException {
        String ending = language.equals(Language.ENGLISH) ? "" : "_" + language.tag();
        Properties texts = new Properties();
        try (InputStream octets =
                        Texts.class.getResourceAsStream("stories" + ending + ".properties");
                Reader reader = new InputStreamReader(octets, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
