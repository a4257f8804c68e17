package dev.goodgate.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.gateway.admin.AdminClient.Fetched;
import dev.goodgate.gateway.admin.AdminClient.Form;
import dev.goodgate.gateway.config.AdminSettings;
import dev.goodgate.gateway.record.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
final class AdminClientTest {
    private static final String HOSTILE = "GET /a HTTP/1.1\nHost: h\nX: \u009b31m\u00e9\n\n";

    @ParameterizedTest
    @EnumSource
    void an_incident_is_shown_in_each_form_and_safe_for_a_terminal(Form form) throws IOException {
        try (var operator = Operator.start()) {
            String id = operator.fail(HOSTILE);
            Fetched fetched = new AdminClient(operator.address(), "").incident(id, form);
            assertThat(fetched).isInstanceOf(Fetched.Found.class);
            String text = ((Fetched.Found) fetched).text();
            assertThat(text).contains(id, "connect.refused").endsWith("\n");
            assertThat(text).doesNotContain("\u009b").doesNotContain("\u001b");
        }
    }

    @Test
    void one_of_many_shows_the_full_record_it_points_to() throws IOException {
        try (var operator = Operator.start()) {
            String last = "";
            for (int i = 0; i < 51; i++) last = operator.fail(HOSTILE);
            Fetched fetched = new AdminClient(operator.address(), "").incident(last, Form.TEXT);
            assertThat(((Fetched.Found) fetched).text())
                    .contains("one of many at that moment")
                    .contains("ECONNREFUSED");
        }
    }

    @Test
    void what_is_not_there_is_told_in_a_sentence() throws IOException {
        try (var operator = Operator.start()) {
            var client = new AdminClient(operator.address(), "");
            operator.now.addAndGet(1000);
            String never = IncidentId.create(Samples.START_MILLIS + 1, new Random(1)).text();
            String old =
                    IncidentId.create(Samples.START_MILLIS - 3_600_000 * 5, new Random(1)).text();
            assertThat(missing(client, never)).contains("knows no " + never);
            assertThat(missing(client, old)).contains(old + " is gone: it was made 5 hours ago");
            assertThat(missing(client, "no\u001b[31mid")).contains("expected: 20 letters");
        }
    }

    @Test
    void nobody_there_names_the_address() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        assertThat(unanswered(new AdminClient("127.0.0.1:" + port, "")))
                .startsWith("no gateway answers at 127.0.0.1:" + port);
        assertThat(unanswered(new AdminClient("no host", "")))
                .startsWith("no admin listener of a gateway");
    }

    @Test
    void a_token_is_sent_when_there_is_one() throws IOException {
        var settings = new AdminSettings("127.0.0.1:0", List.of(), "t0ken");
        try (var operator = Operator.start(settings)) {
            String id = operator.fail(HOSTILE);
            assertThat(new AdminClient(operator.address(), "t0ken").incident(id, Form.TEXT))
                    .isInstanceOf(Fetched.Found.class);
            assertThat(unanswered(new AdminClient(operator.address(), "")))
                    .contains("answered 401")
                    .contains("admin.token");
        }
    }

    private static String missing(AdminClient client, String id) {
        return ((Fetched.Missing) client.incident(id, Form.TEXT)).sentence();
    }

    private static String unanswered(AdminClient client) {
        return ((Fetched.Unanswered) client.incident("0".repeat(20), Form.TEXT)).sentence();
    }
}
