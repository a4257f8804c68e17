package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PhpTest {
    private static final String TIME = "[02-Jan-2026 03:04:05] ";

    @Test
    void the_pool_is_the_route_and_the_child_the_process() {
        assertThat(
                        Said.of(
                                TIME
                                        + "WARNING: [pool www] child 12 exited on signal 11 (SIGSEGV) after 8.5 seconds"))
                .isEqualTo("php-fpm route=www pid=12");
        assertThat(
                        Said.of(
                                TIME
                                        + "WARNING: [pool www] server reached pm.max_children setting (5), consider"))
                .isEqualTo("php-fpm route=www");
        assertThat(Said.message(TIME + "WARNING: [pool www] child 12 x"))
                .isEqualTo("WARNING: [pool www] child 12 x");
        assertThat(Said.of("[02-Jan-2026 03:04:05.123456] NOTICE: [pool shop] child 7 started"))
                .isEqualTo("php-fpm route=shop pid=7");
        assertThat(Said.of(TIME + "NOTICE: fpm is running, pid 1")).isEqualTo("php-fpm");
        assertThat(Said.of(TIME + "ERROR: unable to bind listening socket")).isEqualTo("php-fpm");
    }

    @Test
    void slow_scripts_say_how_long() {
        assertThat(
                        Said.of(
                                TIME
                                        + "WARNING: [pool www] child 12, script '/srv/a.php' (request:"
                                        + " \"POST /a.php?b\") execution timed out (61.252 sec),"
                                        + " terminating"))
                .isEqualTo("php-fpm millis=61252 route=www method=POST path=/a.php pid=12");
        assertThat(
                        Said.of(
                                "[pool www] child 3, script '/srv/a.php' (request: \"GET /\")"
                                        + " executing too slow (5.1 sec), logging"))
                .isEqualTo("php-fpm millis=5100 route=www method=GET path=/ pid=3");
    }

    @Test
    void slow_log_blocks_and_cut_lines_are_known() {
        assertThat(Said.of("[02-Jan-2026 03:04:05]  [pool www] pid 12"))
                .isEqualTo("php-fpm route=www pid=12");
        assertThat(Said.of("script_filename = /srv/a.php")).isEqualTo("php-fpm");
        assertThat(Said.of("WARNING: [pool www] child 9 exited with code 255"))
                .isEqualTo("php-fpm route=www pid=9");
        assertThat(Said.of("ERROR: failed to post process the configuration")).isEqualTo("php-fpm");
        assertThat(Said.of("ERROR: FPM initialization failed")).isEqualTo("php-fpm");
        assertThat(Said.of("[pool www")).isEqualTo("php-fpm route=www");
        assertThat(Said.of("WARNING: something else")).doesNotStartWith("php");
    }

    @Test
    void fpms_access_log_has_a_status() {
        String line = "192.0.2.1 -  02/Jan/2026:03:04:05 +0000 \"GET /index.php\" ";
        assertThat(Said.of(line + "500"))
                .isEqualTo(
                        "php-fpm status=500 method=GET path=/index.php client=192.0.2.1 signs=access.500");
        assertThat(Said.of(line + "200"))
                .isEqualTo("php-fpm status=200 method=GET path=/index.php client=192.0.2.1");
    }

    @Test
    void phps_errors_are_known_with_and_without_time() {
        String fatal = "PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted";
        assertThat(Said.message("[02-Jan-2026 03:04:05 UTC] " + fatal)).isEqualTo(fatal);
        assertThat(Said.message("[02-Jan-2026 03:04:05 Europe/Berlin] " + fatal)).isEqualTo(fatal);
        assertThat(Said.of("[02-Jan-2026 03:04:05 UTC] " + fatal)).isEqualTo("php-error");
        assertThat(Said.message(fatal)).isEqualTo(fatal);
        assertThat(Said.of("Fatal error: Uncaught Error: x in /srv/a.php on line 3"))
                .isEqualTo("php-error");
        assertThat(Said.of("Parse error: syntax error in /srv/a.php on line 3"))
                .isEqualTo("php-error");
        assertThat(Said.of("PHP Warning:  require(a.php): Failed to open stream"))
                .isEqualTo("php-error");
        assertThat(Said.of("PHP Stack trace:")).isEqualTo("php-error");
        assertThat(Said.message("it said PHP message: " + fatal)).isEqualTo(fatal);
        assertThat(Said.of("Warning: the tank is empty")).doesNotStartWith("php");
        assertThat(Said.of("PHP is a language")).doesNotStartWith("php");
        assertThat(Said.of("[02-Jan-2026 03:04:05 UTC] WordPress database error x for query y"))
                .isEqualTo("php-error");
    }

    @Test
    void no_cut_and_no_spoilt_line_throws() {
        Said.neverThrows(
                List.of(
                        TIME
                                + "WARNING: [pool www] child 12, script 'a' (request: \"POST /a\") x (6. sec)",
                        "[02-Jan-2026 03:04:05]  [pool www] pid 99999999999999",
                        "192.0.2.1 -  02/Jan/2026:03:04:05 +0000 \"GET /index.php\" 500",
                        "[02-Jan-2026 03:04:05 UTC] PHP Fatal error:  x in /a.php on line 3",
                        "x PHP message: PHP Warning: \" sec) ("));
    }
}
