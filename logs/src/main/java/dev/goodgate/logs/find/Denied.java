package dev.goodgate.logs.find;

import java.util.List;

/// Something that looks like logs and may not be read: whose, where, why, and the commands that
/// allow it, the least far-reaching last.
public record Denied(String server, String where, Why why, List<String> commands) {
    private static final String SUDO = "sudo goodgate explain";

    public Denied {
        commands = List.copyOf(commands);
    }

    /// What is closed. Each has a sentence `story.find.denied.` with its name in small letters.
    public enum Why {
        /// Files, or the folder they lie in.
        FILES("story.find.denied.files"),
        /// The list of files that a process of somebody else has open.
        PROCESS("story.find.denied.process"),
        /// The journal of systemd.
        JOURNAL("story.find.denied.journal"),
        /// The socket of Docker or Podman.
        ENGINE("story.find.denied.engine");

        private final String key;

        Why(String key) {
            this.key = key;
        }

        /// The key of its sentence, with the slots `server` and `where`.
        public String key() {
            return key;
        }
    }

    /// Only root may, or a group could be joined.
    static Denied to(String server, String where, Why why, String group) {
        if (group.isEmpty() || group.equals("root")) {
            return new Denied(server, where, why, List.of(SUDO));
        }
        return new Denied(
                server, where, why, List.of(SUDO, "sudo usermod -aG " + group + " \"$USER\""));
    }
}
