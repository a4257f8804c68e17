package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What people and programs are shown, as files to read. `-Dgolden=write` writes them anew.
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Answers ANSWERS = new Answers();

    static Stream<Arguments> answers() {
        return Samples.all().entrySet().stream()
                .flatMap(sample -> Stream.of(Format.values()).flatMap(f -> both(sample, f)));
    }

    private static Stream<Arguments> both(Map.Entry<String, Diagnosis> sample, Format format) {
        return Stream.of(Exposure.values())
                .map(e -> Arguments.of(sample.getKey(), format, e, sample.getValue()));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("answers")
    void an_answer_reads_as_its_golden_file_says(
            String name, Format format, Exposure exposure, Diagnosis diagnosis) throws IOException {
        Reader reader = new Reader(format, Language.ENGLISH, exposure, true);
        Answer answer = ANSWERS.answer(diagnosis, reader);
        StringBuilder shown = new StringBuilder();
        shown.append(answer.status()).append(' ').append(answer.phrase()).append('\n');
        for (Answer.Field field : answer.fields()) {
            shown.append(field.name()).append(": ").append(field.value()).append('\n');
        }
        check(FOLDER.resolve(name + "-" + lower(exposure) + ending(format)), answer);
        if (format == Format.PROBLEM) {
            check(FOLDER.resolve(name + "-" + lower(exposure) + ".head"), shown.toString());
        }
    }

    private static void check(Path file, Answer answer) throws IOException {
        check(file, new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static void check(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static String ending(Format format) {
        return switch (format) {
            case PROBLEM -> ".json";
            case HTML -> ".html";
            case MARKDOWN -> ".md";
            case PLAIN -> ".txt";
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
