package dev.goodgate.logs.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeelTest {
    private static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 3, 10));
    private static final long NOON =
            Instant.parse("2026-01-02T03:04:05Z").getEpochSecond() * 1_000_000;
    private static final String NGINX = "2026/01/02 03:04:05 [error] 7#7: *1 connect() failed";

    /// A line in its wrapper and what is to come out of it.
    record Case(String raw, Line line) {}

    private static Case of(String raw, String writer, String host, int pid) {
        return new Case(raw, new Line(NGINX, NOON, writer, host, pid, false));
    }

    private static Case in(String raw, long micros, String writer, String host) {
        return new Case(raw, new Line(NGINX, micros, writer, host, 0, true));
    }

    private static Case rest(String raw, String text, String writer, String host, int pid) {
        return new Case(raw, new Line(text, NOON, writer, host, pid, false));
    }

    private static Case bare(String raw) {
        return new Case(raw, Line.bare(NGINX));
    }

    static final Case[] SYSLOG = {
        of("Jan  2 03:04:05 shop nginx[77]: " + NGINX, "nginx", "shop", 77),
        of("<34>Jan  2 03:04:05 shop nginx[77]: " + NGINX, "nginx", "shop", 77),
        of("<187>Jan  2 03:04:05 shop nginx: " + NGINX, "nginx", "shop", 0),
        of("<187>Jan  2 03:04:05 nginx: " + NGINX, "nginx", "", 0),
        of("Jan  2 03:04:05 nginx[77]: " + NGINX, "nginx", "", 77),
        of("jan 02 03:04:05 shop nginx[77]: " + NGINX, "nginx", "shop", 77),
        of("ene 02 03:04:05 shop nginx[77]: " + NGINX, "nginx", "shop", 77),
        of("Jan 02 03:04:05.000000 shop nginx[77]: " + NGINX, "nginx", "shop", 77),
        of("2026-01-02T03:04:05.000+00:00 shop nginx[77]: " + NGINX, "nginx", "shop", 77),
        of("2026-01-02T03:04:05+0000 shop.internal nginx: " + NGINX, "nginx", "shop.internal", 0),
        of("2026-01-02 03:04:05 shop nginx[77]: " + NGINX, "nginx", "shop", 77),
        of("Fri 2026-01-02 03:04:05 UTC shop nginx.service[77]: " + NGINX, "nginx", "shop", 77),
        of("1767323045.000000 shop nginx[77]: " + NGINX, "nginx", "shop", 77),
        of("Jan  2 03:04:05 192.0.2.7 (nginx)[77]: " + NGINX, "(nginx)", "192.0.2.7", 77),
        of("Jan  2 03:04:05 fd00::7 nginx[77]: " + NGINX, "nginx", "fd00::7", 77),
        of("<34>1 2026-01-02T03:04:05Z shop nginx 77 - - " + NGINX, "nginx", "shop", 77),
        of(
                "<34>1 2026-01-02T03:04:05Z shop nginx 77 M1 [a@1 b=\"]\\\"\"][c@2 d=\"e\"] "
                        + NGINX,
                "nginx",
                "shop",
                77),
        of("<34>1 2026-01-02T03:04:05Z - nginx - - - \ufeff" + NGINX, "nginx", "", 0),
        of("99 <34>1 2026-01-02T03:04:05Z shop nginx 77 - - " + NGINX, "nginx", "shop", 77),
        rest(
                "83 <40>1 2026-01-02T03:04:05+00:00 host heroku router - at=error code=H12",
                "at=error code=H12",
                "heroku/router",
                "host",
                0),
        rest(
                "2026-01-02T03:04:05.000000+00:00 heroku[router]: at=error code=H12",
                "at=error code=H12",
                "heroku/router",
                "",
                0),
        rest(
                "2026-01-02T03:04:05.000000+00:00 app[web.1]: Listening on 3000",
                "Listening on 3000",
                "app/web.1",
                "",
                0),
        rest(
                "Jan  2 03:04:05 shop kernel: [  123.456789] Out of memory: Killed process 9 (java)",
                "Out of memory: Killed process 9 (java)",
                "kernel",
                "shop",
                0),
        rest(
                "Jan  2 03:04:05 shop kernel: Out of memory: Killed process 9 (java)",
                "Out of memory: Killed process 9 (java)",
                "kernel",
                "shop",
                0),
        rest(
                "[Fri Jan  2 03:04:05 2026] nf_conntrack: table full, dropping packet",
                "nf_conntrack: table full, dropping packet",
                "kernel",
                "",
                0),
        rest(
                "[Fri Jan  2 03:04:05 2026] node[77]: segfault at 0 ip 0",
                "node[77]: segfault at 0 ip 0",
                "kernel",
                "",
                0),
        of("2026-01-02T03:04:05.000000000Z " + NGINX, "", "", 0),
        of(
                "{\"@timestamp\":\"2026-01-02T03:04:05Z\",\"host\":{\"name\":\"shop\"},\"message\":\""
                        + NGINX
                        + "\"}",
                "",
                "shop",
                0),
        of(
                "{\"event\":{\"original\":\""
                        + NGINX
                        + "\"},\"message\":\"cut\",\"ts\":1767323045}",
                "",
                "",
                0),
        of(
                "{\"version\":\"1.1\",\"host\":\"shop\",\"short_message\":\""
                        + NGINX
                        + "\",\"timestamp\":1767323045.000,\"level\":3}",
                "",
                "shop",
                0),
        of(
                "{\"MESSAGE\":\""
                        + NGINX
                        + "\",\"_PID\":\"77\",\"_HOSTNAME\":\"shop\","
                        + "\"_SYSTEMD_UNIT\":\"nginx.service\","
                        + "\"__REALTIME_TIMESTAMP\":\"1767323045000000\"}",
                "nginx",
                "shop",
                77),
        of("{\"message\":\"Jan  2 03:04:05 shop nginx[77]: " + NGINX + "\"}", "nginx", "shop", 77),
    };

    static final Case[] CONTAINERS = {
        in("web_1  | " + NGINX, Line.NO_TIME, "web_1", ""),
        in("web-1  | " + NGINX, Line.NO_TIME, "web-1", ""),
        in("nginx           | " + NGINX, Line.NO_TIME, "nginx", ""),
        in("shop-web-1 | " + NGINX, Line.NO_TIME, "shop-web-1", ""),
        in("web-1  | 2026-01-02T03:04:05.000000000Z " + NGINX, NOON, "web-1", ""),
        in("shop_web.1.abc123@node7    | " + NGINX, Line.NO_TIME, "shop_web.1", "node7"),
        in("\u001b[36mweb-1  |\u001b[0m " + NGINX, Line.NO_TIME, "web-1", ""),
        in(
                "{\"log\":\""
                        + NGINX
                        + "\\n\",\"stream\":\"stderr\","
                        + "\"time\":\"2026-01-02T03:04:05.000Z\"}",
                NOON,
                "",
                ""),
        in(
                "{\"log\":\""
                        + NGINX
                        + "\",\"stream\":\"stderr\",\"kubernetes\":"
                        + "{\"pod_name\":\"shop-0\",\"container_name\":\"web\"}}",
                Line.NO_TIME,
                "web",
                "shop-0"),
        in("2026-01-02T03:04:05.000000000Z stderr F " + NGINX, NOON, "", ""),
        in("2026-01-02T03:04:05.000000000+00:00 stdout P " + NGINX, NOON, "", ""),
        in("[pod/shop-0/web] " + NGINX, Line.NO_TIME, "web", "shop-0"),
        in("shop-6d4cf56db6-x2x7v web " + NGINX, Line.NO_TIME, "web", "shop-6d4cf56db6-x2x7v"),
        in(
                "2026-01-02T03:04:05.0Z stderr F {\"log\":\"web-1  | " + NGINX + "\"}",
                NOON,
                "web-1",
                ""),
    };

    static final Case[] PASTED = {
        bare("'" + NGINX + "'"),
        bare("\"" + NGINX + "\""),
        bare("“" + NGINX + "”"),
        bare("> " + NGINX),
        bare("> > " + NGINX),
        bare("- " + NGINX),
        bare("* " + NGINX),
        bare("MESSAGE=" + NGINX),
        bare("    MESSAGE=" + NGINX),
        bare(NGINX + "\r\n"),
        bare("\u001b[31m" + NGINX + "\u001b[0m"),
        bare("\u001b]0;title\u0007" + NGINX),
        bare("\u001b]8;;http://x/\u001b\\" + NGINX),
        bare("#033[1;31m" + NGINX + "#033[0m"),
        bare("^[[31m" + NGINX + "^[[0m"),
        bare("\u009b31m" + NGINX),
        bare("\ufeff" + NGINX),
        bare("{\"msg\":\"" + NGINX + "\""),
    };

    @ParameterizedTest
    @FieldSource({"SYSLOG", "CONTAINERS", "PASTED"})
    void each_wrapper_comes_off_and_says_what_it_knew(Case given) {
        assertThat(Peel.of(given.raw(), CLOCK)).isEqualTo(given.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NGINX,
                "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"-\"",
                "- - - [02/Jan/2026:03:04:05 +0000] \"GET / HTTP/1.1\" 200 5",
                "2026-01-02T03:04:05Z ERR Request failed error: x",
                "2026-01-02T03:04:05.123Z INFO worker: started",
                "2026-01-02T03:04:05.123Z main: started",
                "2026-01-02T03:04:05.123456Z 0 [ERROR] [MY-1] Aborting",
                "2026-01-02T03:04:05.123456Z my-lb 192.0.2.1:5 10.0.0.1:80 0.1 0.2 0.3 502 -",
                "2026-01-02T03:04:05.123+01:00  INFO 1 --- [main] shop.App : up",
                "2026-01-02 03:04:05.123 UTC [77] LOG:  ready",
                "2026-01-02 03:04:05,123 ERROR worker[77]: lost",
                "2026-01-02 03:04:05.123 | ERROR    | shop:run:7 - lost",
                "Jan 2, 2026 3:04:05 PM shop.App main: lost",
                "Jan  2 03:04:05 error: lost",
                "I0102 03:04:05.123456 shop main.go: lost",
                "Fri Jan  2 03:04:05 2026 - *** uWSGI listen queue full ***",
                "[Fri Jan 02 03:04:05 2026] [error] proxy: lost",
                "[02-Jan-2026 03:04:05] WARNING: [pool www] lost",
                "ERROR     | lost",
                "name | value",
                "92. | GENERAL_REQUEST | x",
                "\"GET / HTTP/1.1\" 200 \"-\"",
                "'502 Bad Gateway' caused by: EOF",
                "    at shop.App.main(App.java:7)",
                "\tat shop.App.main(App.java:7)",
                "*1 connect() failed",
                "-- Reboot --",
                "<html>",
                "PATH=/usr/bin",
                "{}",
                "{oops",
                "{\"a\":1}",
                "{\"level\":\"error\",\"logger\":\"http\",\"msg\":\"lost\"}",
                "{\"level\":\"error\",\"msg\":\"lost\",\"status\":502}",
                "{\"msg\":\"handled request\",\"request\":{\"method\":\"GET\"}}",
                "{\"msg\":\"lost\",\"err\":{\"code\":\"ECONNREFUSED\"}}",
                "upstream timed out",
                "-",
                " ",
                "",
            })
    void what_nothing_wraps_stays(String text) {
        assertThat(Peel.of(text, CLOCK)).isEqualTo(Line.bare(text));
    }

    @Test
    void a_supervisors_header_leaves_nothing_but_its_program() {
        Line line = Peel.of("2026-01-02 03:04:05,000 DEBG 'nginx' stdout output:", CLOCK);
        assertThat(line).isEqualTo(new Line("", NOON, "nginx", "", 0, false));
    }

    @Test
    void names_of_processes_are_no_containers() {
        assertThat(Peel.of("web.1     | x", CLOCK))
                .isEqualTo(new Line("x", Line.NO_TIME, "web.1", "", 0, false));
        assertThat(Peel.of("03:04:05 web.1  | x", CLOCK).writer()).isEqualTo("web.1");
        assertThat(Peel.of("0|shop  | x", CLOCK))
                .isEqualTo(new Line("x", Line.NO_TIME, "shop", "", 0, false));
    }

    @Test
    void other_fields_of_an_export_leave_nothing() {
        assertThat(Peel.of("_CMDLINE=/usr/sbin/nginx -g", CLOCK).text()).isEmpty();
        assertThat(Peel.of("SYSLOG_IDENTIFIER=nginx", CLOCK).text()).isEmpty();
        Line time = Peel.of("__REALTIME_TIMESTAMP=1767323045000000", CLOCK);
        assertThat(time).isEqualTo(new Line("", NOON, "", "", 0, false));
    }

    @Test
    void an_uptime_before_the_kernels_words_goes() {
        Line line = Peel.of("[12345.678901][ T77] oom_reaper: reaped process 9", CLOCK);
        assertThat(line)
                .isEqualTo(
                        new Line(
                                "oom_reaper: reaped process 9",
                                Line.NO_TIME,
                                "kernel",
                                "",
                                0,
                                false));
        assertThat(Peel.of("[ 12.678901] shop nginx[77]: x", CLOCK).pid()).isEqualTo(77);
    }
}
