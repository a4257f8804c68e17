package dev.goodgate.gateway.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Evidence.DnsAnswer.Source;
import dev.goodgate.diagnosis.Symptom;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KnownNamesTest extends NamesFixture {
    @Test
    void the_last_good_answer_serves_while_the_resolver_is_gone() throws IOException {
        server.script(
                asked -> List.of(asked.four() ? asked.addresses(10, "127.0.0.2") : asked.code(0)));
        addresses("stale.test");
        server.close();
        pass(Duration.ofSeconds(60));
        Answer.Addresses answer = addresses("stale.test");
        assertThat(texts(answer)).containsExactly("127.0.0.2");
        assertThat(answer.source()).isEqualTo(Source.STALE);
        assertThat(answer.staleBecause()).contains(Symptom.DNS_TIMEOUT);
        pass(Duration.ofHours(2));
        assertThat(failed("stale.test").symptom()).isEqualTo(Symptom.DNS_TIMEOUT);
    }

    @Test
    void a_name_that_is_gone_ends_its_old_answer() {
        server.script(
                asked -> List.of(asked.four() ? asked.addresses(10, "127.0.0.2") : asked.code(0)));
        addresses("gone.test");
        server.script(asked -> List.of(asked.code(3)));
        pass(Duration.ofSeconds(60));
        assertThat(failed("gone.test").symptom()).isEqualTo(Symptom.DNS_NXDOMAIN);
    }

    @Test
    void a_ttl_of_zero_asks_once_a_second() {
        server.script(
                asked -> List.of(asked.four() ? asked.addresses(0, "127.0.0.2") : asked.code(0)));
        for (int i = 0; i < 100; i++) {
            addresses("zero.test");
            pass(Duration.ofMillis(10));
        }
        assertThat(server.questions(1)).isEqualTo(1);
        pass(Duration.ofSeconds(3));
        addresses("zero.test");
        assertThat(server.questions(1)).isEqualTo(2);
    }

    @Test
    void a_failure_is_remembered_for_the_least_time_between_two_questions() {
        server.script(asked -> List.of(asked.code(3)));
        for (int i = 0; i < 10; i++) failed("no.test");
        assertThat(server.questions(1)).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        failed("no.test");
        assertThat(server.questions(1)).isEqualTo(2);
    }

    @Test
    void many_who_wait_share_one_question() {
        server.script(
                asked -> List.of(asked.four() ? asked.addresses(60, "127.0.0.2") : asked.code(0)));
        List<CompletableFuture<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) all.add(asking("shared.test"));
        all.forEach(one -> assertThat(one.join()).isInstanceOf(Answer.Addresses.class));
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void a_failed_connection_asks_again_but_not_more_than_once_a_second() throws Exception {
        server.script(
                asked -> List.of(asked.four() ? asked.addresses(60, "127.0.0.2") : asked.code(0)));
        addresses("moved.test");
        server.script(
                asked -> List.of(asked.four() ? asked.addresses(60, "127.0.0.3") : asked.code(0)));
        names.name("moved.test").reResolve();
        assertThat(texts(addresses("moved.test"))).containsExactly("127.0.0.2");
        pass(Duration.ofSeconds(2));
        names.name("moved.test").reResolve();
        while (!texts(addresses("moved.test")).equals(List.of("127.0.0.3"))) Thread.onSpinWait();
        assertThat(server.questions(1)).isEqualTo(2);
    }

    @Test
    void the_next_server_is_asked_when_the_first_fails_or_is_gone() throws IOException {
        ScriptedServer second =
                new ScriptedServer(asked ->
                        List.of(asked.four() ? asked.addresses(60, "127.0.0.7") : asked.code(0)));
        try (second) {
            server.script(asked -> List.of(asked.code(2)));
            names.apply(settings(server.address(), second.address()));
            assertThat(texts(addresses("first-fails.test"))).containsExactly("127.0.0.7");
            server.close();
            assertThat(texts(addresses("first-gone.test"))).containsExactly("127.0.0.7");
        }
    }

    @Test
    void literals_localhost_and_the_hosts_file_ask_nobody() {
        assertThat(texts(addresses("192.0.2.1"))).containsExactly("192.0.2.1");
        assertThat(texts(addresses("[2001:db8::1]"))).containsExactly("2001:db8:0:0:0:0:0:1");
        assertThat(texts(addresses("LocalHost"))).containsExactly("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(texts(addresses("db"))).containsExactly("192.0.2.9");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void what_cannot_be_a_name_is_an_error_and_asks_nobody() {
        assertThat(failed("a..test").symptom()).isEqualTo(Symptom.DNS_OTHER);
        assertThat(failed("x".repeat(64) + ".test").symptom()).isEqualTo(Symptom.DNS_OTHER);
        assertThat(server.asked).isEmpty();
    }
}
