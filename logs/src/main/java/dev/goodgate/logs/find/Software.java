package dev.goodgate.logs.find;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a process is, by its name, and what a file that it writes is, by its path.
final class Software {
    private static final List<Map.Entry<String, String>> STARTS =
            List.of(
                    Map.entry("nginx", "nginx"),
                    Map.entry("openresty", "nginx"),
                    Map.entry("angie", "nginx"),
                    Map.entry("apache2", "apache"),
                    Map.entry("httpd", "apache"),
                    Map.entry("rotatelogs", "apache"),
                    Map.entry("haproxy", "haproxy"),
                    Map.entry("caddy", "caddy"),
                    Map.entry("traefik", "traefik"),
                    Map.entry("envoy", "envoy"),
                    Map.entry("varnish", "varnish"),
                    Map.entry("cache-main", "varnish"),
                    Map.entry("squid", "squid"),
                    Map.entry("[ts_main]", "trafficserver"),
                    Map.entry("traffic_", "trafficserver"),
                    Map.entry("lighttpd", "lighttpd"),
                    Map.entry("litespeed", "litespeed"),
                    Map.entry("openlitespeed", "litespeed"),
                    Map.entry("php", "php-fpm"),
                    Map.entry("lsphp", "php"),
                    Map.entry("gunicorn", "gunicorn"),
                    Map.entry("uwsgi", "uwsgi"),
                    Map.entry("uvicorn", "uvicorn"),
                    Map.entry("puma", "puma"),
                    Map.entry("unicorn", "unicorn"),
                    Map.entry("passenger", "passenger"),
                    Map.entry("ruby", "ruby"),
                    Map.entry("java", "java"),
                    Map.entry("node", "node"),
                    Map.entry("pm2", "pm2"),
                    Map.entry("python", "python"),
                    Map.entry("dotnet", "dotnet"),
                    Map.entry("beam", "rabbitmq"),
                    Map.entry("mysqld", "mysql"),
                    Map.entry("mariadbd", "mysql"),
                    Map.entry("postgres", "postgresql"),
                    Map.entry("redis-server", "redis"),
                    Map.entry("valkey-server", "redis"),
                    Map.entry("memcached", "memcached"),
                    Map.entry("mongod", "mongodb"),
                    Map.entry("mongos", "mongodb"),
                    Map.entry("supervisord", "supervisor"),
                    Map.entry("cloudflared", "cloudflared"),
                    Map.entry("goodgate", "goodgate"));

    private static final List<String> SYSTEM =
            List.of("/proc/", "/dev/", "/sys/", "/memfd:", "/run/systemd/", "/var/log/journal/");

    /// Journals of databases: logs by name, not for people.
    private static final List<String> DATA =
            List.of(
                    "ib_log",
                    "ibdata",
                    "#ib_",
                    "binlog.",
                    "mysql-bin.",
                    "mariadb-bin.",
                    "wiredtigerlog",
                    "aria_log",
                    "relay-log",
                    "relay-bin",
                    "lastlog",
                    "wtmp",
                    "btmp",
                    "faillog",
                    "tc.log");

    private static final List<String> NO_TEXT =
            List.of(
                    ".ibd",
                    ".db",
                    ".sqlite",
                    ".sqlite3",
                    ".wal",
                    ".aof",
                    ".rdb",
                    ".wt",
                    ".ldb",
                    ".journal",
                    ".pid",
                    ".lock",
                    ".sock",
                    ".gz",
                    ".zst",
                    ".hprof",
                    ".jar");

    private Software() {}

    /// The name of a process, in small letters, of which the kernel keeps 15.
    static String name(Path process) {
        return Processes.text(process.resolve("comm")).strip().toLowerCase(Locale.ROOT);
    }

    /// The server that this name is of.
    static Optional<String> of(String name) {
        for (Map.Entry<String, String> start : STARTS) {
            if (name.startsWith(start.getKey())) return Optional.of(start.getValue());
        }
        return Optional.empty();
    }

    /// Whether a file at that path looks like a log; of a server's own output, whether it may be
    /// one.
    static boolean writesLog(String path, boolean output) {
        if (!path.startsWith("/") || path.endsWith(" (deleted)")) return false;
        for (String start : SYSTEM) {
            if (path.startsWith(start)) return false;
        }
        String small = path.toLowerCase(Locale.ROOT);
        String name = small.substring(small.lastIndexOf('/') + 1);
        for (String start : DATA) {
            if (name.startsWith(start)) return false;
        }
        for (String end : NO_TEXT) {
            if (name.endsWith(end)) return false;
        }
        return output
                || small.contains("/log/")
                || small.contains("/logs/")
                || named(name, "log")
                || named(name, "err")
                || named(name, "error")
                || name.endsWith(".out");
    }

    /// Whether that word stands in the name by itself: `app.log`, `error_log`, `log-3.txt`.
    private static boolean named(String name, String word) {
        for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean starts = at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
            boolean ends = end == name.length() || !Character.isLetterOrDigit(name.charAt(end));
            if (starts && ends) return true;
        }
        return false;
    }
}
