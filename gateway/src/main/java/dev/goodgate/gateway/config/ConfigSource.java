package dev.goodgate.gateway.config;

import java.nio.file.Path;
import java.util.Map;

/// Where the configuration comes from, each time it is wanted anew.
public sealed interface ConfigSource {
    /// What messages call it.
    String name();

    /// Reads and checks it. Never throws for what it holds; may block on the disk, so not for event
    /// loops.
    ConfigFile.Reading load();

    /// A file, read anew each time.
    record OfFile(Path file, Map<String, String> environment) implements ConfigSource {
        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public ConfigFile.Reading load() {
            return ConfigFile.read(file, environment);
        }
    }

    /// A text, such as one made from command line options.
    record OfText(String name, String text, Map<String, String> environment)
            implements ConfigSource {
        @Override
        public ConfigFile.Reading load() {
            return ConfigFile.read(name, text, environment);
        }
    }
}
