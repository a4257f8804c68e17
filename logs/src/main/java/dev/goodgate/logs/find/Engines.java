package dev.goodgate.logs.find;

import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The container engines of a machine: their sockets in the usual places and where the environment
/// says. For one thread.
final class Engines {
    private final Path root;
    private final Map<String, String> environment;
    private final Rights rights;
    private final Set<Path> asked = new HashSet<>();
    private final List<Place> containers = new ArrayList<>();
    private final List<Engine> answering = new ArrayList<>();
    private final List<Denied> denied = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    Engines(Path root, Map<String, String> environment, Rights rights) {
        this.root = root;
        this.environment = environment;
        this.rights = rights;
    }

    /// Asks each engine for its containers. One that does not answer as engines do is named.
    void look() {
        named("docker", environment.getOrDefault("DOCKER_HOST", ""));
        named("podman", environment.getOrDefault("CONTAINER_HOST", ""));
        engine("docker", root.resolve("var/run/docker.sock"));
        engine("docker", root.resolve("run/docker.sock"));
        engine("podman", root.resolve("run/podman/podman.sock"));
        String own = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!own.startsWith("/")) return;
        engine("docker", root.resolve(own.substring(1)).resolve("docker.sock"));
        engine("podman", root.resolve(own.substring(1)).resolve("podman/podman.sock"));
    }

    private void named(String name, String address) {
        if (address.startsWith("unix:///")) engine(name, root.resolve(address.substring(8)));
    }

    private void engine(String name, Path socket) {
        if (!Files.exists(socket) || !asked.add(real(socket))) return;
        if (!rights.read(socket)) {
            String group = Collected.group(socket);
            denied.add(Denied.to(name, socket.toString(), Denied.Why.ENGINE, group));
            return;
        }
        String named = name + ":" + socket;
        try {
            Engine engine = new Engine(name, socket);
            Engine.Containers all = engine.containers();
            answering.add(engine);
            containers.addAll(all.some());
            if (all.beyond() == 0) return;
            String more = "and " + all.beyond() + " more containers than are read";
            skipped.add(new Skipped(named, Why.TOO_MANY, more));
        } catch (ConnectException | UnsupportedOperationException _) {
            // The engine does not run: then nothing writes there.
        } catch (IOException failed) {
            skipped.add(new Skipped(named, Why.UNREADABLE, String.valueOf(failed.getMessage())));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path;
        }
    }

    List<Place> containers() {
        return containers;
    }

    /// Those that told their containers.
    List<Engine> answering() {
        return answering;
    }

    List<Denied> denied() {
        return denied;
    }

    /// The engines that did not answer as engines do, and those with more than is read.
    List<Skipped> skipped() {
        return skipped;
    }
}
