package dev.goodgate.http.structured;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Whatever a field says: no exception, and what is read is written so that it reads alike.
final class StructuredFieldsFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void values_never_throw_and_survive_writing(byte[] octets) {
        var text = new String(octets, StandardCharsets.ISO_8859_1);
        check(text, StructuredFields::item, StructuredFields::write);
        check(text, StructuredFields::list, StructuredFields::write);
        check(text, StructuredFields::dictionary, StructuredFields::write);
    }

    private static <T> void check(
            String text, Function<String, Parsed<T>> read, Function<T, String> write) {
        Parsed<T> first = read.apply(text);
        if (first instanceof Parsed.Value<T>(var value)) {
            assertThat(read.apply(write.apply(value))).isEqualTo(first);
        } else if (first instanceof Parsed.Fault<T> fault) {
            assertThat(fault.offset()).isBetween(0, text.length());
        }
    }
}
