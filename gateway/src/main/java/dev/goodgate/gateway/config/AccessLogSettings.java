package dev.goodgate.gateway.config;

/// One line a request.
public record AccessLogSettings(
        @Key(
                        value = "stdout",
                        form = Form.FILE,
                        doc = "`stdout`, `stderr`, a file, or `off`.",
                        words = {"stdout", "stderr", "off"})
                String to,
        @Key(value = "json", doc = "json or combined.") Format format,
        @Key(
                        value = "8192",
                        least = "1",
                        most = "1000000",
                        doc = "Lines that may wait for a slow disk; more are dropped and counted.")
                int queue) {

    /// The two forms of a line.
    public enum Format {
        JSON,
        COMBINED
    }
}
