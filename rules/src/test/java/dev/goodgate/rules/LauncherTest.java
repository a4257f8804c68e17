package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// `./goodgate` as a shell starts it. Needs the jars that `package` puts together.
final class LauncherTest {
    private static final Map<String, String> OURS =
            Map.of("GOODGATE_BUILD", "off", "GOODGATE_JAVA", System.getProperty("java.home"));

    @Test
    void where_there_is_no_jdk_it_says_what_it_looked_at() throws Exception {
        Process process = start(Map.of("GOODGATE_JAVA", "/nonexistent"), "--version");
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines().toList())
                .anyMatch(line -> line.contains("no JDK 25 or newer found"))
                .anyMatch(line -> line.contains("GOODGATE_JAVA: /nonexistent"));
        assertThat(process.waitFor()).isEqualTo(3);
    }

    @Test
    void its_process_is_the_gateway_and_ends_with_zero_when_stopped() throws Exception {
        Process process = started("run", "--to", "http://127.0.0.1:9", "--listen", "127.0.0.1:0");
        try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).startsWith("listening on 127.0.0.1:");
            assertThat(process.info().command().orElse("")).endsWith("/java");
            process.toHandle().destroy();
            assertThat(said.lines().toList()).anyMatch(line -> line.contains("stopping"));
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_port_in_use_is_one_sentence_and_exit_status_2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            Process process = started("run", "--to", "http://127.0.0.1:9", "--listen", address);
            List<String> said = process.errorReader(StandardCharsets.UTF_8).lines().toList();
            assertThat(said).hasSize(1);
            assertThat(said.getFirst()).contains(address);
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }

    @Test
    void a_configuration_with_faults_is_refused_with_their_places() throws Exception {
        var file = Files.createTempFile("goodgate", ".yaml");
        Files.writeString(file, "listeners: [ { address: \"127.0.0.1:0\" } ]\nroute: []\n");
        Process process = started("check", file.toString());
        assertThat(process.inputReader(StandardCharsets.UTF_8).lines().toList())
                .anyMatch(line -> line.contains(":2:1 "))
                .anyMatch(line -> line.contains("routes"));
        assertThat(process.waitFor()).isEqualTo(2);
        Files.delete(file);
    }

    private static Process started(String... words) throws IOException {
        assumeTrue(
                Files.isDirectory(Repository.ROOT.resolve("cli/target/dist/lib")),
                "nothing is packaged: run ./mvnw verify");
        List<String> with = new ArrayList<>(List.of(words));
        if (words[0].equals("run")) with.addAll(List.of("--admin", "127.0.0.1:0"));
        return start(OURS, with.toArray(String[]::new));
    }

    private static Process start(Map<String, String> variables, String... words)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Repository.ROOT.resolve("goodgate").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("GOODGATE_"));
        builder.environment().putAll(variables);
        if (words[0].equals("run")) builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }
}
