package dev.goodgate.logs.find;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows known paths through the folders of a machine; each folder is listed once. For one
/// thread.
final class Trail {
    private static final int MOST_NAMES = 20_000;

    /// What stands in /var/log and tells nothing of servers.
    private static final Set<String> OTHERWISE =
            Set.of(
                    "apt",
                    "aptitude",
                    "alternatives",
                    "auth",
                    "boot",
                    "bootstrap",
                    "btmp",
                    "cloud-init-output",
                    "cloud-init",
                    "cron",
                    "cups",
                    "dist-upgrade",
                    "dnf",
                    "dnf.librepo",
                    "dnf.rpm",
                    "dpkg",
                    "faillog",
                    "fontconfig",
                    "gdm3",
                    "hawkey",
                    "installer",
                    "journal",
                    "lastlog",
                    "mail",
                    "maillog",
                    "private",
                    "samba",
                    "sa",
                    "secure",
                    "sysstat",
                    "tallylog",
                    "ubuntu-advantage",
                    "unattended-upgrades",
                    "wtmp",
                    "Xorg",
                    "yum",
                    "zypp",
                    "zypper");

    private final Path root;
    private final Rights rights;
    private final Collected into;
    private final Map<Path, List<String>> listed = new HashMap<>();

    Trail(Path root, Rights rights, Collected into) {
        this.root = root;
        this.rights = rights;
        this.into = into;
    }

    /// Takes in what lies at that path.
    void follow(KnownPath path) {
        step(path, root, 0);
    }

    private void step(KnownPath path, Path folder, int index) {
        String part = path.parts().get(index);
        boolean last = index == path.parts().size() - 1;
        if (part.indexOf('*') < 0) {
            Path next = folder.resolve(part);
            if (last) into.file(path.server(), next, Place.By.KNOWN_PATH);
            else if (Files.exists(next)) step(path, next, index + 1);
            return;
        }
        for (String name : names(path.server(), folder)) {
            if (!KnownPath.fits(part, name) || leftOut(path, name, index)) continue;
            Path next = folder.resolve(name);
            if (last) into.file(path.server(), next, Place.By.KNOWN_PATH);
            else if (Files.isDirectory(next)) step(path, next, index + 1);
        }
    }

    private static boolean leftOut(KnownPath path, String name, int index) {
        if (index != 2 || !path.server().equals("other")) return false;
        int dot = name.indexOf(".log");
        return OTHERWISE.contains(dot < 0 ? name : name.substring(0, dot));
    }

    /// The names in that folder, sorted; none where it is missing or closed, which is noted.
    List<String> names(String server, Path folder) {
        List<String> known = listed.get(folder);
        if (known != null) return known;
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            if (rights.list(folder)) list(folder, names);
            else if (!server.equals("other")) into.folder(server, folder);
        }
        Collections.sort(names);
        listed.put(folder, names);
        return names;
    }

    private static void list(Path folder, List<String> names) {
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (names.size() == MOST_NAMES) return;
                names.add(entry.getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException _) {
            // It went away meanwhile: what was listed counts.
        }
    }
}
