package dev.goodgate.logs.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Tells the file systems that the kernel makes up, such as /proc: what lies there is no log, and
/// to read some of it waits, or takes it from others. For one thread.
final class KernelFiles {
    private static final Set<String> TYPES =
            Set.of(
                    "proc",
                    "sysfs",
                    "debugfs",
                    "tracefs",
                    "securityfs",
                    "cgroup",
                    "cgroup2",
                    "bpf",
                    "configfs",
                    "devpts",
                    "binfmt_misc",
                    "fusectl",
                    "pstore",
                    "efivarfs",
                    "selinuxfs",
                    "mqueue",
                    "rpc_pipefs",
                    "nsfs");

    private final Map<Object, Boolean> devices = new HashMap<>();

    /// Whether what lies at that path, links followed, is on one of them.
    boolean made(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) return false;
        Object device = Files.getAttribute(path, "unix:dev");
        Boolean known = devices.get(device);
        if (known != null) return known;
        boolean made = TYPES.contains(Files.getFileStore(path).type());
        devices.put(device, made);
        return made;
    }
}
