package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Gateway;
import dev.goodgate.gateway.config.ConfigFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder in `examples/` is started with a real gateway and asked what its `expected.txt`
/// says.
///
/// The ports of the file are replaced: those of listeners by any free one, 3000, 3001, … by those
/// of applications that echo what they were asked.
final class EveryExampleTest {
    private static final int APPLICATIONS = 3;

    @TempDir Path folder;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Repository.ROOT.resolve("examples"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answers_what_it_says(Path example) throws Exception {
        assertThat(example.resolve("README.md")).isNotEmptyFile();
        List<EchoApplication> applications = new ArrayList<>();
        try {
            for (int i = 1; i <= APPLICATIONS; i++) applications.add(new EchoApplication(i));
            Path config = copy(example, applications);
            Map<String, String> variables =
                    Map.of(
                            "LISTEN", "127.0.0.1:0",
                            "ADMIN", "127.0.0.1:0",
                            "UPSTREAM", "127.0.0.1:" + applications.getFirst().port());
            try (Gateway gateway =
                    Gateway.start(() -> ConfigFile.read(config, variables), _ -> {})) {
                InetSocketAddress address = (InetSocketAddress) gateway.listeners().getFirst();
                ask(address, Dialogue.read(Repository.text(example.resolve("expected.txt"))));
            }
        } finally {
            applications.forEach(EchoApplication::close);
        }
    }

    private Path copy(Path example, List<EchoApplication> applications) throws IOException {
        try (Stream<Path> files = Files.list(example)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        String yaml = Repository.text(example.resolve("goodgate.yaml"));
        for (int i = 0; i < applications.size(); i++) {
            yaml = yaml.replace(":" + (3000 + i), ":" + applications.get(i).port());
        }
        yaml = yaml.replaceAll(":(80[0-9][0-9]|99[0-9][0-9])\\b", ":0");
        if (!yaml.contains("\nadmin:")) yaml += "\nadmin: { address: \"off\" }\n";
        if (!yaml.contains("\naccess-log:")) yaml += "\naccess-log: { to: \"off\" }\n";
        Path config = folder.resolve("goodgate.yaml");
        Files.writeString(config, yaml);
        return config;
    }

    private static void ask(InetSocketAddress address, List<Dialogue> dialogues)
            throws IOException {
        assertThat(dialogues).isNotEmpty();
        for (Dialogue dialogue : dialogues) {
            String answer = answer(address, dialogue);
            int end = answer.indexOf("\r\n\r\n");
            assertThat(end).as("%s got %s", dialogue.name(), answer).isPositive();
            List<String> head = answer.substring(0, end).lines().toList();
            String body = answer.substring(end + 4);
            assertThat(head.getFirst().split(" ", -1)[1])
                    .as(dialogue.name())
                    .isEqualTo(dialogue.answer().getFirst());
            for (String field : dialogue.answer().subList(1, dialogue.answer().size())) {
                String wanted = field.toLowerCase(Locale.ROOT);
                assertThat(head)
                        .as(dialogue.name())
                        .anyMatch(line -> line.toLowerCase(Locale.ROOT).equals(wanted));
            }
            for (String part : dialogue.parts()) {
                assertThat(body).as(dialogue.name()).contains(part);
            }
            for (String absent : dialogue.absent()) {
                assertThat(body).as(dialogue.name()).doesNotContain(absent);
            }
        }
    }

    /// Everything the gateway sends until it closes, as text.
    private static String answer(InetSocketAddress address, Dialogue dialogue) throws IOException {
        StringBuilder request = new StringBuilder();
        for (String line : dialogue.request()) request.append(line).append("\r\n");
        request.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(10_000);
            socket.connect(address, 5_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
