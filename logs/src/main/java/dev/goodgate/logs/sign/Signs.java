package dev.goodgate.logs.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The catalogue of signs, all files of it. A new file is a line here. Immutable, for any thread.
public final class Signs {
    /// The files, in the order in which they are read.
    static final List<String> FILES =
            List.of(
                    "access",
                    "apache",
                    "app",
                    "aws",
                    "browser",
                    "caddy",
                    "cloudflare",
                    "docker",
                    "dotnet",
                    "envoy",
                    "gcp-azure",
                    "go",
                    "goodgate",
                    "haproxy",
                    "heroku",
                    "iis",
                    "java",
                    "kernel",
                    "kubernetes",
                    "lighttpd",
                    "litespeed",
                    "mongodb-elastic-rabbit",
                    "mysql",
                    "nginx",
                    "node",
                    "os",
                    "page",
                    "php",
                    "php-fpm",
                    "postgresql",
                    "python",
                    "redis",
                    "ruby",
                    "rust",
                    "selinux",
                    "squid",
                    "systemd",
                    "traefik",
                    "trafficserver",
                    "uwsgi",
                    "varnish",
                    "wordpress");

    /// The catalogue as the files have it.
    public static final Signs ALL = read();

    private final List<Sign> signs;
    private final Map<String, Sign> byId;

    private Signs(List<Sign> signs) {
        this.signs = List.copyOf(signs);
        byId = new HashMap<>();
        for (Sign sign : signs) {
            Sign other = byId.put(sign.id(), sign);
            if (other != null) {
                throw new SignFile.SignFault(
                        sign.place(), sign.id() + " stands at " + other.place() + " already");
            }
        }
    }

    /// All of them.
    public List<Sign> all() {
        return signs;
    }

    /// The one of that id.
    public Optional<Sign> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// A line can show a sign with a pattern only if it has one of these in it: words in small
    /// letters, each with the signs it may belong to.
    public Map<String, List<Sign>> anchors() {
        Map<String, Integer> uses = new HashMap<>();
        for (Sign sign : signs) {
            for (Pattern pattern : sign.patterns()) {
                for (String word : pattern.words()) uses.merge(word, 1, Integer::sum);
            }
        }
        Map<String, List<Sign>> anchors = new LinkedHashMap<>();
        for (Sign sign : signs) {
            for (Pattern pattern : sign.patterns()) {
                anchors.computeIfAbsent(pattern.anchor(uses), _ -> new ArrayList<>()).add(sign);
            }
        }
        return anchors;
    }

    private static Signs read() {
        List<Sign> signs = new ArrayList<>();
        for (String file : FILES) {
            String name = file + ".signs";
            try (InputStream stream = Signs.class.getResourceAsStream(name)) {
                if (stream == null) throw new IllegalStateException("no resource " + name);
                String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                signs.addAll(SignFile.read(name, text));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return new Signs(signs);
    }
}
