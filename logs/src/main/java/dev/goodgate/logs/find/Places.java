package dev.goodgate.logs.find;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where the logs of a machine are: in known places, held open by running processes, in the
/// journal, in containers. Usually takes some tens of milliseconds; never writes, never starts a
/// process, never throws. Immutable, for any thread.
public final class Places {
    private static final Duration FRESH = Duration.ofDays(1);

    private final Path root;
    private final Map<String, String> environment;
    private final Rights rights;

    Places(Path root, Map<String, String> environment, Rights rights) {
        this.root = root;
        this.environment = Map.copyOf(environment);
        this.rights = rights;
    }

    /// Those of this machine. The environment tells where an engine listens and the PATH.
    public static Places here(Map<String, String> environment) {
        return under(Path.of("/"), environment);
    }

    /// Those of a machine whose file system is mounted there.
    public static Places under(Path root, Map<String, String> environment) {
        return new Places(root.toAbsolutePath(), environment, Rights.OWN);
    }

    /// Looks for logs that were written at that time or later; earlier ones are counted only. What
    /// would tell the same twice is left out: the kernel's log and the journal where a system log
    /// is kept up to date, the engine's word on a container whose file is read.
    public Found since(Instant since) {
        Collected files = new Collected(rights, since);
        Trail trail = new Trail(root, rights, files);
        for (KnownPath path : KnownPath.ALL) trail.follow(path);
        new Sites(root, trail).look();
        new Processes(root, rights, files).look();
        Engines engines = new Engines(root, environment, rights);
        engines.look();

        boolean system = upToDate(files);
        if (system) files.drop("kernel");
        List<Denied> denied = new ArrayList<>(files.denied());
        denied.addAll(engines.denied());
        List<String> operands = files.operands();
        List<Place> places = new ArrayList<>(files.places());
        if (!system) journal(places, denied);
        for (Place place : engines.containers()) {
            if (!(place instanceof Place.Container one) || !read(one, operands)) places.add(place);
        }
        return new Found(operands, places, denied, engines.answering(), engines.skipped());
    }

    /// Whether a file that holds all that the journal holds is written to this day.
    private static boolean upToDate(Collected files) {
        long newest = files.newest("");
        return newest > 0 && newest - files.newest("system") < FRESH.toMillis();
    }

    private static boolean read(Place.Container container, List<String> operands) {
        String folder = "/" + container.id();
        return operands.stream().anyMatch(path -> path.contains(folder));
    }

    private void journal(List<Place> places, List<Denied> denied) {
        for (String folder : List.of("var/log/journal", "run/log/journal")) {
            Path above = root.resolve(folder);
            if (!Files.isDirectory(above) || !journalctl()) continue;
            Path system = system(above);
            if (rights.read(system)) {
                places.add(new Place.Journal());
                return;
            }
            String group = Collected.group(system);
            String joined = group.isEmpty() || group.equals("root") ? "systemd-journal" : group;
            denied.add(Denied.to("journal", above.toString(), Denied.Why.JOURNAL, joined));
            return;
        }
    }

    /// The journal of the system itself, beside those of users.
    private static Path system(Path above) {
        try (var machines = Files.newDirectoryStream(above)) {
            for (Path machine : machines) {
                Path system = machine.resolve("system.journal");
                if (Files.exists(system)) return system;
            }
        } catch (IOException | DirectoryIteratorException _) {
            // Closed: so is what lies in it.
        }
        return above;
    }

    private boolean journalctl() {
        return Journal.program(root, environment.getOrDefault("PATH", "")).isPresent();
    }
}
