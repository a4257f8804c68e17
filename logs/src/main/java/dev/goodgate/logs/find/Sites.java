package dev.goodgate.logs.find;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for the logs that applications keep beside their pages: four folders deep below the usual
/// roots, at most 2 000 folders. For one thread.
final class Sites {
    private static final int DEEPEST = 4;
    private static final int MOST_FOLDERS = 2_000;
    private static final List<String> ROOTS =
            List.of("var/www", "srv/www", "srv", "usr/share/nginx", "www/wwwroot");
    private static final List<String> OF_USERS = List.of("public_html", "www", "htdocs");

    /// By whose, below the folder of a site.
    private static final List<Map.Entry<String, String>> LOGS =
            List.of(
                    Map.entry("wordpress", "wp-content/debug.log"),
                    Map.entry("php", "error_log"),
                    Map.entry("php", "php_errorlog"),
                    Map.entry("php", "wp-admin/error_log"),
                    Map.entry("laravel", "storage/logs/*.log*"),
                    Map.entry("symfony", "var/log/*.log*"),
                    Map.entry("rails", "log/*.log*"),
                    Map.entry("other", "logs/*.log*"));

    private static final Set<String> NO_SITES =
            Set.of(
                    "node_modules",
                    "vendor",
                    "wp-content",
                    "wp-includes",
                    "wp-admin",
                    "storage",
                    "log",
                    "logs",
                    "var",
                    "cache",
                    "uploads",
                    "images",
                    "assets",
                    "releases");

    private final Path root;
    private final Trail trail;
    private int folders;

    Sites(Path root, Trail trail) {
        this.root = root;
        this.trail = trail;
    }

    /// Takes in what is found.
    void look() {
        for (String site : ROOTS) folder(root.resolve(site), 0);
        Path homes = root.resolve("home");
        for (String user : trail.names("other", homes)) {
            for (String site : OF_USERS) folder(homes.resolve(user).resolve(site), 0);
        }
    }

    private void folder(Path folder, int depth) {
        if (folders >= MOST_FOLDERS || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        folders++;
        List<String> names = trail.names("other", folder);
        for (Map.Entry<String, String> log : LOGS) {
            String path = log.getValue();
            int slash = path.indexOf('/');
            if (names.contains(slash < 0 ? path : path.substring(0, slash))) {
                Path below = root.relativize(folder).resolve(path);
                trail.follow(KnownPath.of(log.getKey(), "/" + below));
            }
        }
        if (depth == DEEPEST) return;
        for (String name : names) {
            if (!NO_SITES.contains(name) && !name.startsWith(".")) {
                folder(folder.resolve(name), depth + 1);
            }
        }
    }
}
