package dev.goodgate.gateway.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a configuration. Never throws for what is in the file or for a file that can't be read:
/// that is a [Reading.Faulty] with every fault of one pass. Safe for all threads; may block on the
/// disk, so not for event loops. Reads at most 1 MiB, only from regular files.
public final class ConfigFile {
    private ConfigFile() {}

    /// What became of a configuration.
    public sealed interface Reading {
        /// Settings in force after a check: complete and possible.
        record Loaded(Settings settings, List<Notice> warnings, Places places) implements Reading {}

        /// What is wrong, in the order of the file; never empty.
        record Faulty(List<Fault> faults) implements Reading {}
    }

    /// Reads the file at `path`, with `environment` for `${NAME}`.
    public static Reading read(Path path, Map<String, String> environment) {
        String name = path.toString();
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
                return unreadable(name, Files.isDirectory(path) ? "a folder" : "not a file");
            }
            byte[] octets = octets(path);
            if (octets.length > YamlTree.MOST_OCTETS) {
                return faulty(name, "more than 1 MiB", "a file of at most 1 MiB");
            }
            Path folder = path.toAbsolutePath().normalize().getParent();
            Findings findings = new Findings(name);
            Binder binder =
                    new Binder(
                            new Variables(environment), findings, folder == null ? path : folder);
            return read(decoded(octets), binder, findings);
        } catch (NoSuchFileException e) {
            return unreadable(name, "no such file");
        } catch (AccessDeniedException e) {
            return unreadable(name, "no permission to read it");
        } catch (CharacterCodingException e) {
            return faulty(name, "octets that are not UTF-8", "UTF-8");
        } catch (IOException e) {
            return unreadable(name, "not readable: " + e.getMessage());
        }
    }

    /// Reads a configuration from text; `name` stands for the file in messages. Files it names are
    /// looked for in the working directory.
    public static Reading read(String name, String text, Map<String, String> environment) {
        Findings findings = new Findings(name);
        return read(text, new Binder(new Variables(environment), findings, Path.of("")), findings);
    }

    private static Reading read(String text, Binder binder, Findings findings) {
        Optional<Node> root = YamlTree.of(text, findings);
        if (root.isEmpty()) {
            return new Reading.Faulty(findings.faults());
        }
        Settings settings = binder.bind(root.get());
        Rules.check(settings, findings);
        List<Fault> faults = findings.faults();
        return faults.isEmpty()
                ? new Reading.Loaded(settings, findings.warnings(), findings.endpoints())
                : new Reading.Faulty(faults);
    }

    /// At most one octet more than allowed, whatever the file claims to be.
    private static byte[] octets(Path path) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            ByteBuffer buffer = ByteBuffer.allocate(YamlTree.MOST_OCTETS + 1);
            int read = 0;
            while (read >= 0 && buffer.hasRemaining()) {
                read = channel.read(buffer);
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    private static String decoded(byte[] octets) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    }

    private static Reading unreadable(String name, String seen) {
        return faulty(name, seen, "a configuration file");
    }

    private static Reading faulty(String name, String seen, String expected) {
        return new Reading.Faulty(
                List.of(new Fault(name, 0, 0, "", seen, expected, Optional.empty())));
    }
}
