package dev.goodgate.gateway.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Evidence.DnsAnswer.Source;
import dev.goodgate.diagnosis.Symptom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest extends NamesFixture {
    @Test
    void a_name_becomes_its_addresses_of_both_families_in_turn() {
        server.script(asked ->
                List.of(
                        asked.four()
                                ? asked.addresses(60, "127.0.0.2", "127.0.0.3")
                                : asked.addresses(60, "2001:db8::1", "2001:db8::2")));
        Answer.Addresses answer = addresses("two.test");
        assertThat(texts(answer))
                .containsExactly(
                        "2001:db8:0:0:0:0:0:1", "127.0.0.2", "2001:db8:0:0:0:0:0:2", "127.0.0.3");
        assertThat(answer.source()).isEqualTo(Source.FRESH);
        assertThat(addresses("two.test").source()).isEqualTo(Source.CACHED);
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void a_family_that_is_silent_delays_the_other_by_fifty_milliseconds_only() {
        server.script(
                asked -> asked.four() ? List.of(asked.addresses(60, "127.0.0.2")) : List.of());
        long before = System.nanoTime();
        assertThat(texts(addresses("four.test"))).containsExactly("127.0.0.2");
        assertThat(System.nanoTime() - before).isLessThan(LIMIT.toNanos() / 2);
    }

    @Test
    void the_code_of_an_answer_names_the_symptom() {
        server.script(asked -> List.of(asked.code(Integer.parseInt(asked.name().substring(0, 1)))));
        assertThat(failed("3.test")).matches(f -> is(f, Symptom.DNS_NXDOMAIN, "NXDOMAIN"));
        assertThat(failed("2.test")).matches(f -> is(f, Symptom.DNS_SERVFAIL, "SERVFAIL"));
        assertThat(failed("5.test")).matches(f -> is(f, Symptom.DNS_REFUSED, "REFUSED"));
        assertThat(failed("1.test")).matches(f -> is(f, Symptom.DNS_OTHER, "FORMERR"));
        assertThat(failed("0.test").details()).isEqualTo("no address");
    }

    @Test
    void silence_is_a_timeout_within_the_limit() {
        server.script(_ -> List.of());
        long before = System.nanoTime();
        assertThat(failed("silent.test").symptom()).isEqualTo(Symptom.DNS_TIMEOUT);
        assertThat(System.nanoTime() - before)
                .isBetween(LIMIT.toNanos() / 2, LIMIT.toNanos() * 3 / 2);
    }

    @Test
    void replies_with_another_id_or_question_are_ignored() {
        server.script(asked -> {
            List<byte[]> replies = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                byte[] forged = asked.addresses(60, asked.four() ? "127.9.9.9" : "::9");
                if (i % 2 == 0) forged[1] += (byte) i;
                else forged[14] ^= 1;
                replies.add(forged);
            }
            replies.add(new byte[] {1, 2, 3});
            replies.add(asked.four() ? asked.addresses(60, "127.0.0.2") : asked.code(0));
            return replies;
        });
        assertThat(texts(addresses("forged.test"))).containsExactly("127.0.0.2");
    }

    @Test
    void an_alias_is_followed_and_a_loop_of_them_is_an_error() {
        server.script(asked ->
                List.of(
                        switch (asked.name()) {
                            case "a.test" -> asked.alias("b.test");
                            case "b.test" -> asked.alias("a.test");
                            case "www.test" -> asked.alias("real.test");
                            default ->
                                    asked.four() ? asked.addresses(60, "127.0.0.2") : asked.code(0);
                        }));
        assertThat(texts(addresses("www.test"))).containsExactly("127.0.0.2");
        assertThat(failed("a.test")).matches(f -> is(f, Symptom.DNS_OTHER, ""));
    }

    @Test
    void a_malformed_reply_is_an_error_and_nothing_is_thrown() {
        server.script(asked -> {
            byte[] loop = {(byte) 0xC0, (byte) (12 + ScriptedServer.wire(asked.name()).length + 4)};
            byte[] bad = ScriptedServer.record(loop, asked.type(), 60, new byte[4]);
            return List.of(asked.reply(0x8180, List.of(bad)));
        });
        assertThat(failed("loop.test")).matches(f -> is(f, Symptom.DNS_OTHER, ""));
    }

    @Test
    void no_reply_however_broken_stops_the_resolver() {
        server.script(asked -> {
            byte[] good = asked.addresses(60, "127.0.0.2");
            List<byte[]> replies = new ArrayList<>();
            for (int cut = 0; cut < good.length; cut++) {
                replies.add(Arrays.copyOf(good, cut));
                byte[] odd = good.clone();
                odd[cut] = (byte) 0xFF;
                if (cut > 11) replies.add(odd);
            }
            return replies;
        });
        ask("broken.test");
        server.script(
                asked -> List.of(asked.four() ? asked.addresses(1, "127.0.0.2") : asked.code(0)));
        assertThat(texts(addresses("whole.test"))).containsExactly("127.0.0.2");
    }

    @Test
    void a_cut_answer_is_asked_again_over_tcp_and_its_addresses_are_capped() {
        String[] many = new String[500];
        for (int i = 0; i < many.length; i++) many[i] = "127.0." + (i / 250) + "." + (1 + i % 250);
        server.script(asked -> {
            if (!asked.four()) return List.of(asked.code(0));
            return List.of(
                    asked.stream() ? asked.addresses(60, many) : asked.reply(0x8380, List.of()));
        });
        assertThat(addresses("many.test").addresses()).hasSize(32);
    }

    @Test
    void a_cut_answer_without_tcp_is_an_error() throws IOException {
        server.refuseStreams();
        server.script(asked -> List.of(asked.reply(0x8380, List.of())));
        assertThat(failed("cut.test").symptom()).isEqualTo(Symptom.DNS_OTHER);
    }
}
