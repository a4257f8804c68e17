package dev.goodgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.config.ConfigFile.Reading;
import dev.goodgate.gateway.config.Shape.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Every key is read, documented, has a default that is possible, and is in the full example.
class EveryKeyTest {
    private static final Path EXAMPLE = Path.of("../examples/full/goodgate.yaml");

    /// One key with its path, such as `upstreams.*.connect`.
    record Known(String path, Entry entry) {
        @Override
        public String toString() {
            return path;
        }
    }

    static List<Known> keys() {
        List<Known> keys = new ArrayList<>();
        collect("", Shape.root(), keys);
        return keys;
    }

    private static void collect(String path, Shape shape, List<Known> keys) {
        switch (shape) {
            case Shape.Section section -> {
                for (Entry entry : section.entries()) {
                    String below = path.isEmpty() ? entry.name() : path + "." + entry.name();
                    keys.add(new Known(below, entry));
                    collect(below, entry.shape(), keys);
                }
            }
            case Shape.Many many -> collect(path + "[]", many.item(), keys);
            case Shape.Named named -> collect(path + ".*", named.item(), keys);
            case Shape.Scalar _, Shape.Choice _ -> {}
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void each_key_has_a_sentence_and_a_default_that_reads(Known key) {
        assertThat(key.entry().key().doc()).matches("(?s)[A-Za-z`1-9].{5,120}\\.");
        assertThat(key.entry().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(Defaults.of(key.entry().shape(), key.entry().key())).isNotNull();
    }

    @Test
    void the_full_example_has_every_key_and_loads_without_a_warning() throws IOException {
        assertThat(ConfigFile.read(EXAMPLE, Map.of()))
                .isInstanceOfSatisfying(
                        Reading.Loaded.class, loaded -> assertThat(loaded.warnings()).isEmpty());
        TreeSet<String> given = new TreeSet<>();
        given("", Shape.root(), example(), given);
        assertThat(given).containsAll(keys().stream().map(Known::path).toList());
    }

    @Test
    void the_full_example_says_what_the_settings_are() throws IOException {
        Reading reading = ConfigFile.read(EXAMPLE, Map.of());
        assertThat(reading).as(ConfigFileTest.text(reading)).isInstanceOf(Reading.Loaded.class);
        Settings settings = ((Reading.Loaded) reading).settings();
        String again =
                SettingsText.of(settings)
                        .replace("token: (redacted)", "token: change-me-0123456789");
        assertThat(ConfigFileTest.loaded(again)).isEqualTo(settings);
    }

    private static Object example() throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(EXAMPLE));
    }

    private static void given(String path, Shape shape, Object value, Set<String> given) {
        switch (shape) {
            case Shape.Section section -> {
                if (!(value instanceof Map<?, ?>)) {
                    return;
                }
                for (Entry entry : section.entries()) {
                    Object held = ((Map<?, ?>) value).get(entry.name());
                    if (held != null) {
                        String below = path.isEmpty() ? entry.name() : path + "." + entry.name();
                        given.add(below);
                        given(below, entry.shape(), held, given);
                    }
                }
            }
            case Shape.Many many ->
                    ((List<?>) value).forEach(item -> given(path + "[]", many.item(), item, given));
            case Shape.Named named ->
                    ((Map<?, ?>) value)
                            .values()
                            .forEach(item -> given(path + ".*", named.item(), item, given));
            case Shape.Scalar _, Shape.Choice _ -> {}
        }
    }
}
