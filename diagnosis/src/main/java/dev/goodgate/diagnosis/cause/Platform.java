package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a command or a remedy is written for. A failure names platforms by its evidence: a name
/// without dots is a container's, port 3000 is Node's unless the upstream calls itself otherwise.
public enum Platform {
    SYSTEMD("systemd"),
    BARE("bare"),
    DOCKER("docker"),
    KUBERNETES("kubernetes"),
    NGINX("nginx"),
    APACHE("apache"),
    PHP("php"),
    WORDPRESS("wordpress"),
    NODE("node"),
    PYTHON("python"),
    JAVA("java"),
    CLOUDFLARE("cloudflare"),
    WINDOWS("windows"),
    MACOS("macos"),
    LINUX("linux");

    /// What the names and log lines of a platform contain, in small letters.
    private record Mark(String part, Platform platform) {}

    private static final List<Mark> SOFTWARE =
            List.of(
                    new Mark("wordpress", WORDPRESS),
                    new Mark("wp-content", WORDPRESS),
                    new Mark("php", PHP),
                    new Mark("nginx", NGINX),
                    new Mark("openresty", NGINX),
                    new Mark("apache/", APACHE),
                    new Mark("httpd", APACHE),
                    new Mark("gunicorn", PYTHON),
                    new Mark("uvicorn", PYTHON),
                    new Mark("uwsgi", PYTHON),
                    new Mark("werkzeug", PYTHON),
                    new Mark("express", NODE),
                    new Mark("node", NODE),
                    new Mark("next.js", NODE),
                    new Mark("tomcat", JAVA),
                    new Mark("coyote", JAVA),
                    new Mark("jetty", JAVA),
                    new Mark("undertow", JAVA),
                    new Mark("java.lang.", JAVA),
                    new Mark("cloudflare", CLOUDFLARE),
                    new Mark("kubelet", KUBERNETES),
                    new Mark("dockerd", DOCKER),
                    new Mark("systemd", SYSTEMD));

    /// The first networks that Docker gives to its bridges.
    private static final List<String> BRIDGES =
            List.of("172.17.", "172.18.", "172.19.", "172.20.", "172.21.", "172.22.");

    private final String id;

    Platform(String id) {
        this.id = id;
    }

    /// The stable name used in cause files and every output.
    public String id() {
        return id;
    }

    /// The platforms that the evidence names, and the plain machine unless it names containers.
    static Set<Platform> of(Failure failure) {
        Set<Platform> found = EnumSet.noneOf(Platform.class);
        boolean named = false;
        for (Evidence evidence : failure.evidence()) {
            switch (evidence) {
                case Evidence.Software(var name) -> named |= software(name, found);
                case Evidence.LogLine(var source, var text) ->
                        named |= software(source + " " + text, found);
                case Evidence.DnsAnswer answer -> host(answer.name(), found);
                default -> {}
            }
        }
        Target target = Target.of(failure);
        host(target.host(), found);
        for (Attempt attempt : failure.attempts()) address(attempt.address(), found);
        if (!named) {
            if (!target.socket().isEmpty()) software(target.socket(), found);
            else usualPort(target.port(), found);
        }
        if (!found.contains(DOCKER) && !found.contains(KUBERNETES)) {
            found.add(BARE);
            found.add(SYSTEMD);
        }
        return found;
    }

    private static boolean software(String text, Set<Platform> found) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean any = false;
        for (Mark mark : SOFTWARE) {
            if (!small.contains(mark.part)) continue;
            found.add(mark.platform);
            any = true;
        }
        return any;
    }

    private static void host(String name, Set<Platform> found) {
        if (name.isEmpty() || name.equals("localhost")) return;
        if (name.endsWith(".svc") || name.contains(".svc.") || name.endsWith(".cluster.local")) {
            found.add(KUBERNETES);
        } else if (name.equals("host.docker.internal") || bare(name)) {
            found.add(DOCKER);
        }
    }

    /// A name of one label, and no address.
    private static boolean bare(String name) {
        return name.indexOf('.') < 0 && name.indexOf(':') < 0;
    }

    private static void address(String address, Set<Platform> found) {
        if (BRIDGES.stream().anyMatch(address::startsWith)) found.add(DOCKER);
    }

    private static void usualPort(String port, Set<Platform> found) {
        switch (port) {
            case "3000" -> found.add(NODE);
            case "8000" -> found.add(PYTHON);
            case "8080" -> found.add(JAVA);
            case "9000" -> found.add(PHP);
            default -> {}
        }
    }
}
