package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.fingerprint.Identification;
import dev.goodgate.diagnosis.fingerprint.Identification.Verdict;
import dev.goodgate.diagnosis.fingerprint.Identifier;
import dev.goodgate.diagnosis.fingerprint.Match;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Error pages as servers really make them, before a dead upstream, are recognised.
final class RealPagesTest {
    private static final String TOMCAT = "/usr/share/tomcat10";
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    /// A server: its folder of configuration, what must be installed, how to start it, and what
    /// must be found: product and status.
    record Case(String name, String needs, List<String> command, String product, int status) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> servers() {
        return List.of(
                server("/usr/sbin/nginx -p {folder} -c nginx.conf -e stderr", "nginx", 502),
                server("/usr/sbin/apache2 -X -f {folder}/apache.conf", "apache-httpd", 503),
                server("/usr/sbin/haproxy -db -f {folder}/haproxy.conf", "haproxy", 503),
                server("/usr/bin/caddy run --adapter caddyfile --config Caddyfile", "caddy", 502),
                server("/usr/sbin/squid -N -f {folder}/squid.conf", "squid", 503),
                server("/usr/sbin/lighttpd -D -f {folder}/lighttpd.conf", "lighttpd", 503),
                server(
                        "/usr/sbin/varnishd -F -j none -f {folder}/default.vcl"
                                + " -a 127.0.0.1:{port} -n {folder}/work -s malloc,1m",
                        "varnish",
                        503),
                server(
                        "/usr/bin/traffic_server --run-root={folder}/runroot.yaml",
                        "apache-traffic-server",
                        502),
                tomcat());
    }

    private static Case server(String line, String product, int status) {
        List<String> command = List.of(line.split(" ", -1));
        return new Case(product, command.getFirst(), command, product, status);
    }

    /// Has no upstream: nothing is deployed, and so it answers 404 itself.
    private static Case tomcat() {
        return new Case(
                "apache-tomcat",
                TOMCAT + "/bin/bootstrap.jar",
                List.of(
                        JAVA,
                        "-XX:TieredStopAtLevel=1",
                        "-Dcatalina.home=" + TOMCAT,
                        "-Dcatalina.base={folder}",
                        "-cp",
                        TOMCAT + "/bin/bootstrap.jar:" + TOMCAT + "/bin/tomcat-juli.jar",
                        "org.apache.catalina.startup.Bootstrap",
                        "-config",
                        "{folder}/server.xml",
                        "start"),
                "apache-tomcat",
                404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void the_page_of_a_server_before_a_dead_upstream_is_recognised(
            Case server, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(Path.of(server.needs())),
                () -> server.needs() + " is not there; ./verify installs it");
        byte[] saved;
        try (RealServer running = RealServer.start(server.name(), server.command(), folder)) {
            saved = running.ask();
        }
        String text = new String(saved, StandardCharsets.UTF_8);
        Identification found = Identifier.identify(saved).orElseThrow();
        assertThat(found.verdict()).as(text).isEqualTo(Verdict.PRODUCT);
        Match best = found.best().orElseThrow();
        assertThat(best.product().id()).isEqualTo(server.product());
        assertThat(best.confidence()).isNotEqualTo(Confidence.POSSIBLE);
        assertThat(found.response().status()).isEqualTo(server.status());
        assertThat(found.others())
                .allMatch(other -> other.confidence().compareTo(best.confidence()) > 0);
    }
}
