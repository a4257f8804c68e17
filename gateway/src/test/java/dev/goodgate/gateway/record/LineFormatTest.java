package dev.goodgate.gateway.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LineFormatTest {
    private static final String GET = "GET /a?token=x&b=1 HTTP/1.1\nHost: good.test:81\n\n";

    @Test
    void a_completed_exchange_as_json() {
        assertThat(json(Samples.completed(GET), null))
                .isEqualTo(
                        """
                        {"time":"2026-11-22T03:00:00.123Z","request":"0123456789abcdef",\
                        "listener":"127.0.0.1:8080","client":"127.0.0.1:5555","method":"GET",\
                        "host":"good.test","path":"/a?token=[redacted]&b=1",\
                        "protocol":"HTTP/1.1","status":200,"micros":1234,"requestOctets":0,\
                        "responseOctets":123,"route":"app","upstream":"app",\
                        "endpoint":"127.0.0.1:3000","attempts":1,"reused":false,\
                        "complete":true,"receivedStatus":200}
                        """);
    }

    @Test
    void a_failed_exchange_as_json() {
        ExchangeRecord exchange = Samples.refused(GET);
        exchange.observations.add(Symptom.RESPONSE_BAD_HEADER);
        Diagnosis diagnosis = Samples.diagnosis(Samples.START_MILLIS);
        assertThat(json(exchange, diagnosis))
                .contains("\"status\":502,\"micros\":1234,")
                .endsWith(
                        "\"complete\":true,\"symptom\":\"connect.refused\",\"hop\":\"upstream\","
                                + "\"phase\":\"connect\",\"retry\":\"ANY\",\"incident\":\""
                                + diagnosis.incident()
                                + "\",\"observations\":[\"response.bad_header\"]}\n");
    }

    @Test
    void a_relayed_error_is_the_origins_and_no_incident() {
        ExchangeRecord exchange = Samples.completed(GET);
        exchange.status = 404;
        exchange.receivedStatus = 404;
        exchange.retry = RetryGrade.NEVER;
        assertThat(json(exchange, null))
                .endsWith(
                        "\"symptom\":\"origin.error\",\"hop\":\"upstream\",\"phase\":\"head\","
                                + "\"retry\":\"NEVER\",\"receivedStatus\":404}\n");
        assertThat(combined(exchange, null)).endsWith(" origin.error upstream head 1\n");
    }

    @Test
    void what_is_not_known_is_left_out() {
        var exchange = new ExchangeRecord();
        exchange.status = 400;
        exchange.startMillis = Samples.START_MILLIS;
        assertThat(json(exchange, null))
                .isEqualTo(
                        """
                        {"time":"2026-11-22T03:00:00.123Z","request":"","listener":"",\
                        "client":"","status":400,"micros":0,"requestOctets":0,\
                        "responseOctets":0,"attempts":0,"reused":false,"complete":true}
                        """);
        assertThat(combined(exchange, null))
                .isEqualTo("- - - [22/Nov/2026:03:00:00 +0000] \"-\" 400 - \"-\" \"-\" - - - 0\n");
    }

    @Test
    void combined_is_apaches_with_four_more_columns() {
        ExchangeRecord exchange =
                Samples.refused(
                        """
                        GET /a?key=x HTTP/1.1
                        Host: h
                        Referer: http://u:p@r/?code=x
                        User-Agent: curl/8 "quoted"

                        """);
        assertThat(combined(exchange, Samples.diagnosis(Samples.START_MILLIS)))
                .isEqualTo(
                        "127.0.0.1 - - [22/Nov/2026:03:00:00 +0000] \"GET /a?key=[redacted]"
                                + " HTTP/1.1\" 502 123 \"http://[redacted]@r/?code=[redacted]\""
                                + " \"curl/8 \\\"quoted\\\"\" connect.refused upstream connect"
                                + " 1\n");
    }

    @Test
    void what_looks_like_a_lookup_stays_text() {
        String head = "GET /x HTTP/1.1\nHost: h\nUser-Agent: ${jndi:ldap://x}\n\n";
        assertThat(combined(Samples.completed(head), null)).contains("\"${jndi:ldap://x}\"");
    }

    @Test
    void names_from_the_configuration_are_escaped_too() {
        ExchangeRecord exchange = Samples.completed(GET);
        exchange.route = "a\"b\u001b[31m";
        assertThat(json(exchange, null)).contains("\"route\":\"a\\\"b\\u001b[31m\"");
    }

    @Test
    void the_longest_path_still_fits_the_queue() {
        String path = "\\".repeat(7000) + "\"".repeat(1000);
        ExchangeRecord exchange = Samples.completed("GET /a HTTP/1.1\nHost: h\n\n");
        exchange.request = Samples.request("GET /?" + path + " HTTP/1.1\nHost: h\n\n");
        assertThat(json(exchange, null).length()).isLessThan(LineQueue.LONGEST);
    }

    private static String json(ExchangeRecord exchange, @Nullable Diagnosis diagnosis) {
        return encoded(new JsonFormat(), exchange, diagnosis);
    }

    private static String combined(ExchangeRecord exchange, @Nullable Diagnosis diagnosis) {
        return encoded(new CombinedFormat(), exchange, diagnosis);
    }

    private static String encoded(
            LineFormat format, ExchangeRecord exchange, @Nullable Diagnosis diagnosis) {
        var line = new Line();
        format.encode(exchange, diagnosis, line);
        return new String(line.octets(), 0, line.length(), US_ASCII);
    }
}
