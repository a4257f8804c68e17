package dev.goodgate.logs.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlacesTest {
    private static final String APPENDING = "0102001";
    private static final String READING = "0100000";

    @TempDir private Path root;
    private Machine machine;

    @BeforeEach
    void empty() {
        machine = new Machine(root);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "/var/log/nginx/error.log, nginx",
        "/var/log/nginx/shop/error.log.2.gz, nginx",
        "/var/log/apache2/error.log, apache",
        "/var/log/httpd/ssl_error_log-20260105, apache",
        "/var/log/httpd-error.log, apache",
        "/var/log/haproxy.log, haproxy",
        "/var/log/caddy/access.log, caddy",
        "/var/log/traefik/traefik.log, traefik",
        "/var/log/varnish/varnishncsa.log, varnish",
        "/var/log/squid/access.log, squid",
        "/var/log/trafficserver/squid.log, trafficserver",
        "/var/log/php8.3-fpm.log, php-fpm",
        "/var/log/php7.4-fpm.log.1, php-fpm",
        "/var/log/php-fpm/www-error.log, php-fpm",
        "/var/opt/remi/php82/log/php-fpm/error.log, php-fpm",
        "/var/log/php_errors.log, php",
        "/var/www/html/wp-content/debug.log, wordpress",
        "/srv/www/shop/site/wp-content/debug.log, wordpress",
        "/home/ada/public_html/blog/wp-content/debug.log, wordpress",
        "/home/ada/public_html/error_log, php",
        "/var/www/shop/storage/logs/laravel.log, laravel",
        "/var/log/gunicorn/error.log, gunicorn",
        "/var/log/uwsgi/app/shop.log, uwsgi",
        "/home/deploy/shop/shared/log/puma.stderr.log, puma",
        "/var/log/passenger/passenger.log, passenger",
        "/var/log/tomcat9/catalina.out, tomcat",
        "/opt/tomcat/logs/catalina.2026-01-05.log, tomcat",
        "/opt/shop/logs/app.log, other",
        "/var/log/mysql/error.log, mysql",
        "/var/lib/mysql/db1.err, mysql",
        "/var/log/mariadb/mariadb.log, mysql",
        "/var/log/postgresql/postgresql-16-main.log, postgresql",
        "/var/log/redis/redis-server.log, redis",
        "/var/log/mongodb/mongod.log, mongodb",
        "/var/log/rabbitmq/rabbit@box.log, rabbitmq",
        "/var/log/kern.log, kernel",
        "/var/log/syslog, system",
        "/var/log/messages-20260105, system",
        "/var/log/audit/audit.log, audit",
        "/var/log/pods/shop_web-0_1f/web/0.log, kubernetes",
        "/var/lib/docker/containers/1f2e/1f2e-json.log, docker",
        "/var/log/supervisor/supervisord.log, supervisor",
        "/home/eve/.pm2/logs/shop-error.log, pm2",
        "/home/ada/.pm2/pm2.log, pm2",
        "/var/log/goodgate/goodgate.log, goodgate",
        "/var/log/shop/shop.log, other",
    })
    void a_log_in_a_known_place_is_found_and_named(String path, String server) throws IOException {
        machine.file(path);
        assertThat(machine.paths()).containsExactly(path);
        assertThat(machine.found().places()).extracting(Place::server).containsExactly(server);
    }

    @Test
    void what_is_no_log_of_a_server_is_passed_over() throws IOException {
        for (String path :
                List.of(
                        "/var/log/dpkg.log",
                        "/var/log/apt/history.log",
                        "/var/log/auth.log",
                        "/var/log/nginx/access.log.swp",
                        "/var/log/lastlog",
                        "/etc/nginx/error.log",
                        "/var/www/a/b/c/d/e/f/wp-content/debug.log",
                        "/var/www/shop/node_modules/x/wp-content/debug.log")) {
            machine.file(path);
        }
        Files.createFile(root.resolve("var/log/nginx/empty.log"));
        Files.createDirectories(root.resolve("var/log/nginx/folder.log"));
        assertThat(machine.paths()).isEmpty();
    }

    @Test
    void a_file_with_two_names_is_read_once() throws IOException {
        Path pod = machine.file("/var/log/pods/shop_web-0_1f/web/0.log");
        Path links = Files.createDirectories(root.resolve("var/log/containers"));
        Files.createSymbolicLink(links.resolve("web-0_shop_web-77.log"), pod);
        assertThat(machine.paths()).containsExactly("/var/log/pods/shop_web-0_1f/web/0.log");
    }

    @Test
    void what_was_last_written_earlier_is_only_counted() throws IOException {
        Instant noon = Instant.parse("2026-01-05T12:00:00Z");
        machine.file("/var/log/nginx/error.log", noon);
        machine.file("/var/log/nginx/error.log.1", noon.minus(Duration.ofDays(2)));
        machine.file("/var/log/squid/access.log", noon.minus(Duration.ofDays(30)));
        Found found = Places.under(root, Map.of()).since(noon.minus(Duration.ofDays(1)));
        assertThat(found.operands()).singleElement().asString().endsWith("/error.log");
        assertThat(found.places())
                .filteredOn(Place.Files.class::isInstance)
                .extracting(place -> place.server() + " " + ((Place.Files) place).older())
                .containsExactly("nginx 1", "squid 1");
    }

    @Test
    void a_log_that_may_not_be_read_is_named_with_the_command_that_allows_it() throws IOException {
        machine.file("/var/log/nginx/access.log");
        Path log = machine.file("/var/log/nginx/error.log");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-------"));
        Denied denied = machine.found().denied().getFirst();
        assertThat(machine.paths()).containsExactly("/var/log/nginx/access.log");
        assertThat(denied.server()).isEqualTo("nginx");
        assertThat(denied.where()).endsWith("/var/log/nginx/*");
        assertThat(denied.commands()).containsExactly("sudo goodgate explain");
    }

    @Test
    void a_closed_folder_is_named_once() throws IOException {
        machine.file("/var/log/mysql/error.log");
        machine.close("/var/log/mysql");
        Found found = machine.found();
        assertThat(found.operands()).isEmpty();
        assertThat(found.denied())
                .singleElement()
                .extracting(Denied::why)
                .isEqualTo(Denied.Why.FILES);
    }

    @Test
    void a_group_that_may_read_is_worth_joining() {
        Denied denied = Denied.to("nginx", "/var/log/nginx/*", Denied.Why.FILES, "adm");
        assertThat(denied.commands())
                .containsExactly("sudo goodgate explain", "sudo usermod -aG adm \"$USER\"");
    }

    @Test
    void a_log_in_an_unusual_place_is_found_since_a_server_writes_it() throws IOException {
        machine.file("/data/web/shop-errors.log");
        machine.process(12, "nginx", 5, "/data/web/shop-errors.log", APPENDING);
        Found found = machine.found();
        assertThat(found.places())
                .singleElement()
                .isEqualTo(
                        new Place.Files(
                                "nginx",
                                List.of(root.resolve("data/web/shop-errors.log")),
                                Place.By.OPEN_FILE,
                                0));
    }

    @Test
    void the_output_of_a_server_is_a_log_whatever_its_name() throws IOException {
        machine.file("/srv/run/shop.txt");
        machine.process(12, "node", 1, "/srv/run/shop.txt", APPENDING);
        assertThat(machine.paths()).containsExactly("/srv/run/shop.txt");
    }

    @Test
    void what_a_process_reads_or_keeps_as_data_is_no_log() throws IOException {
        String[] targets = {
            "/data/app.log", "/data/ib_logfile0", "/data/dump.rdb", "/data/wal/0001"
        };
        for (String target : targets) machine.file(target);
        machine.process(12, "tail", 3, targets[0], READING);
        machine.process(13, "mysqld", 4, targets[1], "0100002");
        machine.process(14, "redis-server", 5, targets[2], APPENDING);
        machine.process(15, "postgres", 6, targets[3], APPENDING);
        machine.process(16, "java", 7, "/data/gone.log (deleted)", APPENDING);
        machine.process(17, "java", 8, "socket:[1234]", "02");
        assertThat(machine.paths()).isEmpty();
    }

    @Test
    void a_server_whose_open_files_are_closed_to_us_is_named_unless_its_logs_are_found()
            throws IOException {
        machine.file("/data/a.log");
        machine.process(12, "haproxy", 5, "/data/a.log", APPENDING);
        machine.process(13, "nginx", 5, "/data/a.log", APPENDING);
        machine.process(14, "bash", 5, "/data/a.log", APPENDING);
        for (int pid = 12; pid < 15; pid++) machine.close("/proc/" + pid + "/fd");
        machine.file("/var/log/nginx/error.log");
        assertThat(machine.found().denied())
                .singleElement()
                .isEqualTo(Denied.to("haproxy", "/proc/12", Denied.Why.PROCESS, ""));
    }

    @Test
    void the_journal_is_a_place_where_its_program_and_its_files_are() throws IOException {
        machine.file("/var/log/journal/77aa/system.journal");
        assertThat(machine.found(Map.of("PATH", "/usr/bin")).journal()).isFalse();
        Path program = machine.file("/usr/bin/journalctl");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(machine.found(Map.of("PATH", "/sbin:/usr/bin")).journal()).isTrue();
        machine.close("/var/log/journal/77aa/system.journal");
        Found closed = machine.found(Map.of("PATH", "/usr/bin"));
        assertThat(closed.journal()).isFalse();
        assertThat(closed.denied().getFirst().commands())
                .contains("sudo usermod -aG systemd-journal \"$USER\"");
    }

    @Test
    void where_a_system_log_holds_the_same_the_journal_and_the_kernels_log_are_left_out()
            throws IOException {
        machine.file("/var/log/journal/77aa/system.journal");
        Path program = machine.file("/usr/bin/journalctl");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        machine.file("/var/log/kern.log");
        Path system = machine.file("/var/log/syslog");
        Found found = machine.found(Map.of("PATH", "/usr/bin"));
        assertThat(found.places()).extracting(Place::server).containsExactly("system");
        Files.setLastModifiedTime(
                system,
                java.nio.file.attribute.FileTime.from(Instant.parse("2026-01-05T12:00:00Z")));
        Found stale = machine.found(Map.of("PATH", "/usr/bin"));
        assertThat(stale.places())
                .extracting(Place::server)
                .containsExactly("kernel", "system", "journal");
    }

    @Test
    void this_machine_is_searched_in_less_than_a_second() {
        long before = System.nanoTime();
        Found found = Places.here(System.getenv()).since(Instant.EPOCH);
        assertThat(found.operands()).doesNotHaveDuplicates();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }
}
