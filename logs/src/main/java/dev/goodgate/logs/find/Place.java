package dev.goodgate.logs.find;

import java.nio.file.Path;
import java.util.List;

/// A place where logs are, and may be read.
public sealed interface Place {
    /// Whose logs they are, a name of a product in small letters; `journal` for that of systemd;
    /// `other` where nothing tells.
    String server();

    /// Files of one server. `older` says how many more there are that were last written before what
    /// is asked.
    record Files(String server, List<Path> paths, By by, int older) implements Place {
        public Files {
            paths = List.copyOf(paths);
        }
    }

    /// What told of the files.
    enum By {
        /// They lie where this server puts them.
        KNOWN_PATH,
        /// A running process writes them.
        OPEN_FILE
    }

    /// The journal of systemd.
    record Journal() implements Place {
        @Override
        public String server() {
            return "journal";
        }
    }

    /// A container whose output the engine keeps: `docker` or `podman`. Its state is the engine's
    /// word, such as `running` or `exited`.
    record Container(Engine engine, String id, String name, String image, String state)
            implements Place {
        @Override
        public String server() {
            return engine.name();
        }
    }
}
