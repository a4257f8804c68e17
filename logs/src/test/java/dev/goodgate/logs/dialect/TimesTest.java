package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.line.Line;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
    private static final long SECOND = 1_767_323_045L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/01/02 03:04:05 [error] 7#9: *12 no live upstreams",
                "192.0.2.1 - - [02/Jan/2026:04:04:05 +0100] \"GET / HTTP/1.1\" 502 1 \"-\" \"a\"",
                "192.0.2.1 - - [02/Jan/2026:03:04:05 +0000] \"GET / HTTP/1.1\" 502 1",
                "[Fri Jan 02 03:04:05.123456 2026] [proxy:error] [pid 1] AH00957: x",
                "[Fri Jan 02 03:04:05 2026] [error] proxy: x",
                "192.0.2.1:5 [02/Jan/2026:03:04:05.123] a b/c 0/0/1/2/3 502 1 - - SH-- 1/1/0/0/0 0/0",
                "192.0.2.1:5 [02/Jan/2026:03:04:05.123] a b/c 0/0/1 2 -- 1/1/0/0/0 0/0",
                "192.0.2.1:5 [02/Jan/2026:03:04:05.123] web/1: SSL handshake failure",
                "1767323045.123 12 192.0.2.1 TCP_MISS/503 3 GET http://a/ - HIER_DIRECT/10.0.0.1 -",
                "20260102.03h04m05s CONNECT: could not",
                "[Jan  2 03:04:05.123] [ET_NET 3] ERROR: x",
                "[02-Jan-2026 03:04:05] WARNING: [pool www] x",
                "[02-Jan-2026 03:04:05 UTC] PHP Fatal error:  x",
                "192.0.2.1 -  02/Jan/2026:03:04:05 +0000 \"GET /index.php\" 500",
                "{\"msec\":1767323045.123,\"status\":502,\"request_time\":1}",
                "{\"time_iso8601\":\"2026-01-02T03:04:05+00:00\",\"status\":502,\"request_time\":1}",
                "time=2026-01-02T03:04:05+00:00 status=502 upstream_status=502",
                "192.0.2.1|2026-01-02T03:04:05+00:00|\"GET /a HTTP/1.1\"|503|0.100"
            })
    void each_form_tells_when(String text) {
        Entry entry = Dialects.KNOWN.read(Line.bare(text), Said.CLOCK).orElseThrow();
        assertThat(entry.micros() / 1_000_000).isEqualTo(SECOND);
    }
}
