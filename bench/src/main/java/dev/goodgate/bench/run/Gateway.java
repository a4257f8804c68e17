package dev.goodgate.bench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A gateway that is measured: how it is started, and how it is told where to log.
public enum Gateway {
    /// Ours, through its launcher, so that it runs with the flags that users get.
    GOODGATE("goodgate.yaml"),
    /// Debian's nginx.
    NGINX("nginx.conf"),
    /// Debian's HAProxy.
    HAPROXY("haproxy.cfg");

    private final String template;

    Gateway(String template) {
        this.template = template;
    }

    /// The name in reports.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The gateway of this name.
    public static Gateway of(String label) {
        try {
            return valueOf(label.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BenchFailure("gateway: " + label + " (expected: goodgate, nginx or haproxy)");
        }
    }

    /// Its configuration in `bench/peers`.
    public Path template(Path peers) {
        return peers.resolve(template);
    }

    /// What it is started with.
    List<String> command(Path goodgate, Path configuration) {
        String file = configuration.toString();
        return switch (this) {
            case GOODGATE -> List.of(goodgate.toString(), "run", file);
            case NGINX -> List.of("nginx", "-c", file);
            case HAPROXY -> List.of("haproxy", "-f", file);
        };
    }

    /// The places of its template that say whether it writes an access log; each at its own best:
    /// nginx and Goodgate write in batches to a file, HAProxy a line at a time to its standard
    /// output.
    Map<String, String> log(AccessLog log, Path directory) {
        String file = directory.resolve(label() + ".access.log").toString();
        return switch (log) {
            case OFF ->
                    switch (this) {
                        case GOODGATE -> Map.of("LOG", "off");
                        case NGINX -> Map.of("LOG", "access_log off;");
                        case HAPROXY -> Map.of("LOG_GLOBAL", "", "LOG_DEFAULTS", "");
                    };
            case ON ->
                    switch (this) {
                        case GOODGATE -> Map.of("LOG", file);
                        case NGINX ->
                                Map.of(
                                        "LOG",
                                        "access_log " + file + " combined buffer=64k flush=1s;");
                        case HAPROXY ->
                                Map.of(
                                        "LOG_GLOBAL",
                                        "log stdout format raw local0 info",
                                        "LOG_DEFAULTS",
                                        "log global\n    option httplog");
                    };
        };
    }
}
