package dev.goodgate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command writes: data to `out`, messages to `err`. Both are UTF-8 whatever the locale,
/// and neither carries colour, so that `NO_COLOR` needs no switch.
record Terminal(PrintStream out, PrintStream err) {

    /// The process's own streams.
    static Terminal ofProcess() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /// Says a sentence on `err`, under our name.
    void say(String sentence) {
        err.println("goodgate: " + sentence);
    }
}
