package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyStatusTest {
    @Test
    void operators_get_the_next_hop_and_the_details() {
        assertThat(ProxyStatus.of("goodgate", Samples.refused(), Exposure.FULL))
                .isEqualTo(
                        "goodgate; error=connection_refused; next-hop=\"127.0.0.1:3000\";"
                                + " details=\"connect to 127.0.0.1:3000: connection refused\"");
        assertThat(ProxyStatus.of("goodgate", Samples.refused(), Exposure.PUBLIC))
                .isEqualTo("goodgate; error=connection_refused");
    }

    @Test
    void name_errors_carry_their_rcode() {
        assertThat(member(Symptom.DNS_NXDOMAIN, 502))
                .isEqualTo("goodgate; error=dns_error; rcode=\"NXDOMAIN\"");
        assertThat(member(Symptom.DNS_SERVFAIL, 502)).endsWith("; rcode=\"SERVFAIL\"");
    }

    @Test
    void request_errors_carry_status_and_phrase() {
        assertThat(member(Symptom.CLIENT_TOO_LARGE, 431))
                .isEqualTo(
                        "goodgate; error=http_request_error; status-code=431;"
                                + " status-phrase=\"Request Header Fields Too Large\"");
    }

    @Test
    void parameters_of_the_failure_are_items_of_their_kind() {
        Failure failure =
                new Failure(
                        Symptom.RESPONSE_HEADER_TOO_LARGE,
                        502,
                        Symptom.RESPONSE_HEADER_TOO_LARGE.hop(),
                        Symptom.RESPONSE_HEADER_TOO_LARGE.phase(),
                        Symptom.RESPONSE_HEADER_TOO_LARGE.retry(),
                        "",
                        Map.of("header-name", "x-\"debug\\", "header-size", 70_000L),
                        List.of(),
                        List.of());
        assertThat(ProxyStatus.of("goodgate", failure, Exposure.FULL))
                .isEqualTo(
                        "goodgate; error=http_response_header_size;"
                                + " header-name=\"x-\\\"debug\\\\\"; header-size=70000");
        assertThat(ProxyStatus.of("goodgate", failure, Exposure.PUBLIC))
                .isEqualTo("goodgate; error=http_response_header_size; header-size=70000");
    }

    @Test
    void codings_are_tokens() {
        assertThat(member(Symptom.RESPONSE_BAD_CHUNK, 502)).endsWith("; coding=chunked");
    }

    @Test
    void an_answer_that_is_passed_on_carries_only_its_status() {
        assertThat(new Answers().relayed(404)).isEqualTo("goodgate; received-status=404");
        Failure origin =
                Failure.of(
                        Symptom.ORIGIN_ERROR,
                        "",
                        List.of(),
                        List.of(new Evidence.ReceivedStatus(500)));
        assertThat(ProxyStatus.of("goodgate", origin, Exposure.PUBLIC))
                .isEqualTo("goodgate; received-status=500");
    }

    @Test
    void a_name_that_is_no_token_becomes_a_string() {
        assertThat(new Answers("edge 1").relayed(500)).isEqualTo("\"edge 1\"; received-status=500");
    }

    @Test
    void strings_hold_printable_ascii_only_and_have_an_end() {
        assertThat(Structured.string("a\r\nb\u00e9\u0000\"\\")).isEqualTo("\"a??b??\\\"\\\\\"");
        assertThat(Structured.string("x".repeat(100_000))).hasSize(514);
        assertThat(Structured.integer(Long.MAX_VALUE)).isEqualTo("999999999999999");
    }

    private static String member(Symptom symptom, int status) {
        return ProxyStatus.of("goodgate", Samples.with(symptom, status, ""), Exposure.PUBLIC);
    }
}
