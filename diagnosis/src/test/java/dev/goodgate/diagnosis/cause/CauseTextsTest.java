package dev.goodgate.diagnosis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseTextsTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Cause DEAD = new UpstreamNotListening();

    @Test
    void advice_names_the_address_and_the_line_that_configures_it() {
        Failure failure =
                refused("127.0.0.1:3000", endpoint("http://127.0.0.1:3000", "gateway.yaml:7"));
        assertThat(said(DEAD, failure))
                .contains("listens on 127.0.0.1:3000, or correct endpoints in gateway.yaml:7.")
                .contains("ss -ltnp 'sport = :3000'");
    }

    @ParameterizedTest
    @CsvSource({"unix:/run/app.sock", "/run/app.sock"})
    void advice_names_the_socket_however_the_attempt_names_it(String address) {
        Failure failure = refused(address, endpoint("unix:/run/app.sock", "gateway.yaml:7"));
        assertThat(said(new UnixSocketMissing(), failure))
                .contains("ls -l /run/app.sock; ss", "gateway.yaml:7 says /run/app.sock")
                .doesNotContain("docker");
    }

    @Test
    void what_is_unknown_is_said_in_general_words() {
        assertThat(said(DEAD, refused("")))
                .contains("listens on the application’s address, or correct endpoints in the")
                .contains("ss -ltnp 'sport = :PORT'");
        assertThat(CauseTexts.general(DEAD, ENGLISH).remedies().toString())
                .contains("the gateway’s configuration");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:3000, ss -ltnp, docker ps",
        "http://app:4000, docker ps, systemctl",
        "http://shop.prod.svc:80, kubectl, docker ps",
        "http://127.0.0.1:3000, server.listen, php-fpm -t",
        "http://127.0.0.1:8000, gunicorn, server.listen",
        "http://127.0.0.1:9000, php-fpm -t, gunicorn",
        "http://127.0.0.1:4567, systemctl --failed, server.listen"
    })
    void the_address_chooses_the_platform(String url, String shown, String hidden) {
        Failure failure = refused("", endpoint(url, ""));
        assertThat(said(DEAD, failure)).contains(shown).doesNotContain(hidden);
    }

    @Test
    void what_the_upstream_calls_itself_outweighs_its_port() {
        Failure failure = refused("127.0.0.1:3000", new Evidence.Software("gunicorn"));
        assertThat(said(DEAD, failure)).contains("gunicorn").doesNotContain("server.listen");
    }

    @Test
    void a_socket_of_php_gets_advice_for_php() {
        Failure failure =
                Failure.of(
                        Symptom.CONNECT_SOCKET_MISSING,
                        "",
                        List.of(attempt("/run/php/php8.2-fpm.sock")),
                        List.of());
        assertThat(said(new UnixSocketMissing(), failure))
                .contains("ls -l /run/php/php8.2-fpm.sock")
                .contains("the pool’s listen");
    }

    @Test
    void a_log_line_of_wordpress_gets_advice_for_wordpress() {
        Evidence line = new Evidence.LogLine("php", "Fatal error in wp-content/plugins/x/x.php");
        Failure failure = Failure.of(Symptom.ORIGIN_ERROR, "", List.of(), List.of(line));
        assertThat(said(new AppException(), failure)).contains("wp config set WP_DEBUG");
        assertThat(said(new AppException(), refused(""))).doesNotContain("wp config");
    }

    @Test
    void a_risk_is_told_together_with_the_advice() {
        assertThat(said(new SelinuxDenied(), refused("")))
                .contains("Allow exactly this. Do not switch SELinux off");
    }

    @Test
    void a_port_that_is_no_number_is_left_out() {
        assertThat(said(DEAD, refused("10.0.0.7:'; rm -rf ~"))).contains("sport = :PORT");
    }

    @Test
    void an_address_with_the_name_of_a_slot_in_it_stays_inside_its_quotes() {
        assertThat(said(new ConnectTimeoutFirewall(), refused("a{name}$(id):80")))
                .contains("nc -vz -w 3 'a{name}$(id)' 80");
    }

    @Test
    void an_address_that_would_be_an_option_is_left_out() {
        assertThat(said(new ConnectTimeoutFirewall(), refused("-esh:80")))
                .contains("-w 3 ADDRESS 80");
    }

    private static String said(Cause cause, Failure failure) {
        return CauseTexts.of(cause, failure, ENGLISH).remedies().toString();
    }

    private static Evidence endpoint(String url, String place) {
        return new Evidence.Endpoint(url, place);
    }

    private static Failure refused(String address, Evidence... evidence) {
        return Failure.of(
                Symptom.CONNECT_REFUSED, "", List.of(attempt(address)), List.of(evidence));
    }

    private static Attempt attempt(String address) {
        Attempt.Result result =
                new Attempt.Result.Failed(Symptom.CONNECT_REFUSED, Symptom.CONNECT_REFUSED.phase());
        return new Attempt(result, address, 90, 0, 0, new Evidence.Age.Fresh());
    }
}
