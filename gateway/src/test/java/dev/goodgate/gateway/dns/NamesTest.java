package dev.goodgate.gateway.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Evidence.DnsAnswer.Source;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.ResolverSettings;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {
    private static final Duration LIMIT = Duration.ofMillis(800);

    private final MultiThreadIoEventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final AtomicLong nanos = new AtomicLong(1);
    private ScriptedServer server;
    private Names names;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = new ScriptedServer(asked -> List.of(asked.code(0)));
        Files.writeString(folder.resolve("hosts"), "192.0.2.9 db.lan db\n");
        names = Names.start(settings(), sockets(), nanos::get, folder);
    }

    @AfterEach
    void stop() throws IOException {
        names.close();
        server.close();
        Future<?> _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

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
                        "127.0.0.2", "2001:db8:0:0:0:0:0:1", "127.0.0.3", "2001:db8:0:0:0:0:0:2");
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

    private ResolverSettings settings() {
        return settings(server.address());
    }

    private static ResolverSettings settings(String... servers) {
        return new ResolverSettings(
                List.of(servers),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                32);
    }

    private Sockets sockets() {
        return new Sockets(loop, NioDatagramChannel::new, NioSocketChannel::new);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private CompletableFuture<Answer> asking(String host) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        names.name(host).lookup(loop, LIMIT, answer::complete);
        return answer.orTimeout(10, TimeUnit.SECONDS);
    }

    private Answer ask(String host) {
        return asking(host).join();
    }

    private Answer.Addresses addresses(String host) {
        return (Answer.Addresses) ask(host);
    }

    private Answer.Failed failed(String host) {
        return (Answer.Failed) ask(host);
    }

    private static boolean is(Answer.Failed failed, Symptom symptom, String rcode) {
        return failed.symptom() == symptom && failed.rcode().equals(rcode);
    }

    private static List<String> texts(Answer.Addresses answer) {
        return answer.addresses().stream().map(InetAddress::getHostAddress).toList();
    }
}
