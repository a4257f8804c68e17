package dev.goodgate.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The test bed: a folder in memory, a cheap upstream on the load core, gateways on theirs.
public final class Bed implements AutoCloseable {
    /// Sizes of the files the upstream serves, by path.
    private static final Map<String, Integer> FILES = Map.of("10KB", 10_240, "1MB", 1_048_576);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Project project;
    private final Cores cores;
    private final Path directory;
    private final List<Child> children = new ArrayList<>();
    private int upstreamPort;

    /// Where the project's files are.
    ///
    /// @param peers the folder of the peers' configurations
    /// @param goodgate the launcher
    public record Project(Path peers, Path goodgate) {
        /// Read from the system properties that `bench/java` sets.
        public static Project ofProperties() {
            Path root = Path.of(System.getProperty("goodgate.root", "."));
            String launcher = System.getProperty("goodgate.launcher", "");
            return new Project(
                    root.resolve("bench/peers"),
                    launcher.isEmpty() ? root.resolve("goodgate") : Path.of(launcher));
        }
    }

    /// A started gateway.
    public record Running(Gateway gateway, int port, int admin, Child child) {}

    /// An empty bed.
    public Bed(Project project, Cores cores) {
        this.project = project;
        this.cores = cores;
        Path memory = Path.of("/dev/shm");
        try {
            Path parent = Files.isWritable(memory) ? memory : Path.of("/tmp");
            this.directory = Files.createTempDirectory(parent, "goodgate-bench-");
            directory.toFile().setExecutable(true, false);
            directory.toFile().setReadable(true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder for this run's files; deleted at the end.
    public Path directory() {
        return directory;
    }

    /// The configuration templates.
    public Path peers() {
        return project.peers();
    }

    /// The cores in use.
    public Cores cores() {
        return cores;
    }

    /// Starts the upstream on the load core and returns its port.
    public int startUpstream() {
        Path files = directory.resolve("files");
        try {
            Files.createDirectories(files);
            for (Map.Entry<String, Integer> file : FILES.entrySet()) {
                Files.write(files.resolve(file.getKey()), new byte[file.getValue()]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        upstreamPort = Ports.free();
        Path configuration =
                new Template(project.peers().resolve("upstream.nginx.conf"))
                        .fill(directory.resolve("upstream.conf"), values(upstreamPort, Map.of()));
        List<String> command = List.of("nginx", "-c", configuration.toString());
        start("upstream", cores.load(), command, Map.of()).awaitPort(upstreamPort, START_LIMIT);
        return upstreamPort;
    }

    /// Starts a gateway on the gateway core, before the upstream.
    public Running start(Gateway gateway, AccessLog log) {
        return start(gateway, gateway.template(project.peers()), gateway.log(log, directory));
    }

    /// Starts a gateway on the gateway core with another template and further values for its
    /// places.
    public Running start(Gateway gateway, Path template, Map<String, String> further) {
        int port = Ports.free();
        int admin = Ports.free();
        Map<String, String> values = values(port, further);
        values.put("ADMIN", Integer.toString(admin));
        String suffix = template.getFileName().toString();
        Path configuration = new Template(template).fill(directory.resolve(suffix), values);
        List<String> command = gateway.command(project.goodgate(), configuration);
        Child child =
                start(gateway.label(), cores.gateway(), command, environment(further))
                        .awaitPort(port, START_LIMIT);
        return new Running(gateway, port, admin, child);
    }

    /// Starts any other child of this bed.
    public Child start(String name, int core, List<String> command, Map<String, String> env) {
        Child child = new Child.Start(name, directory, core, command, env).now();
        children.add(child);
        return child;
    }

    private static Map<String, String> environment(Map<String, String> further) {
        String options = further.getOrDefault("JVM_OPTIONS", "");
        return options.isEmpty() ? Map.of() : Map.of("GOODGATE_JAVA_OPTS", options);
    }

    private Map<String, String> values(int port, Map<String, String> further) {
        Map<String, String> values = new HashMap<>(further);
        values.put("DIR", directory.toString());
        values.put("FILES", "20000");
        values.put("PORT", Integer.toString(port));
        values.putIfAbsent("UPSTREAM", Integer.toString(upstreamPort));
        return values;
    }

    @Override
    public void close() {
        children.reversed().forEach(Child::close);
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
