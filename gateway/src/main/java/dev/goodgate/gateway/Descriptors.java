package dev.goodgate.gateway;

import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.listener.DescriptorBudget;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// How many files this process may have open.
final class Descriptors {
    private static final int GUESS = 1024;
    private static final String JAR = ".jar";

    private Descriptors() {}

    /// What may be spent on connections by a process of so many loops.
    static DescriptorBudget budget(Settings settings, int loops) {
        return new DescriptorBudget(limit(), open() + loops * settings.listeners().size());
    }

    /// How many are open now or will be for good: the jars of the class path are opened one by one,
    /// when the first class of each is needed. 0 where the kernel does not tell.
    private static int open() {
        int open = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path each : all) if (!leadsTo(each).endsWith(JAR)) open++;
        } catch (IOException elsewhere) {
            return 0;
        }
        return open + jars();
    }

    private static String leadsTo(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static int jars() {
        String path = System.getProperty("java.class.path", "");
        return (int)
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(path)
                        .filter(each -> each.endsWith(JAR))
                        .count();
    }

    /// Opens them now. A jar that cannot be opened when its turn comes is never tried again, and
    /// its classes are missing for good. Takes some milliseconds: not on a loop.
    static void openJars() {
        Descriptors.class.getClassLoader().getResource("none, so that every jar is looked through");
    }

    /// The soft limit the kernel tells, or 1024 where it tells none.
    private static int limit() {
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
