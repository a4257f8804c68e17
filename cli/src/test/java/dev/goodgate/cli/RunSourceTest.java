package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.config.AdminSettings;
import dev.goodgate.gateway.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `goodgate run` makes of a file and options together.
class RunSourceTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9901", "0.0.0.0:9901"})
    void another_place_for_the_admin_listener_keeps_its_token(String address) throws IOException {
        ConfigFile.Reading read = read(", token: guarded", address);
        assertThat(((ConfigFile.Reading.Loaded) read).settings().admin())
                .isEqualTo(new AdminSettings(address, List.of("ops.test"), "guarded"));
    }

    @Test
    void without_a_token_the_admin_listener_stays_on_loopback() throws IOException {
        assertThat(read("", "0.0.0.0:9901")).isInstanceOf(ConfigFile.Reading.Faulty.class);
    }

    private ConfigFile.Reading read(String token, String admin) throws IOException {
        String yaml =
                """
                listeners: [ { address: "127.0.0.1:0" } ]
                admin: { address: "127.0.0.1:9900", hosts: [ ops.test ]%s }
                routes: [ { match: { path: / }, respond: { status: 200, body: x } } ]
                """
                        .formatted(token);
        Path file = Files.writeString(folder.resolve("goodgate.yaml"), yaml);
        return new RunSource(Optional.of(file), List.of(), List.of(), Optional.of(admin), Map.of())
                .get();
    }
}
