package dev.goodgate.gateway;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many files this process may have open.
final class Descriptors {
    private static final int GUESS = 1024;

    private Descriptors() {}

    /// How many are open now, 0 where the kernel does not tell.
    static int open() {
        String[] names = new File("/proc/self/fd").list();
        return names == null ? 0 : names.length;
    }

    /// The soft limit the kernel tells, or 1024 where it tells none.
    static int limit() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
                if (!line.startsWith("Max open files")) continue;
                String soft = line.substring("Max open files".length()).strip().split("\\s+", 2)[0];
                return soft.equals("unlimited")
                        ? Integer.MAX_VALUE
                        : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(soft));
            }
        } catch (IOException | NumberFormatException elsewhere) {
            return GUESS;
        }
        return GUESS;
    }
}
