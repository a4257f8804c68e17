package dev.goodgate.gateway.config;

/// Something in a configuration file that works but is probably not what its author wants. Line and
/// column count from 1.
public record Notice(String file, int line, int column, String path, String text) {
    /// The notice as one line.
    @Override
    public String toString() {
        return place() + "warning: " + text;
    }

    /// Where it is, ready for a text behind it.
    public String place() {
        return Fault.position(file, line, column) + path + ": ";
    }
}
