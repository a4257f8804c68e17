package dev.goodgate.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.gateway.config.AccessLogSettings.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plants secrets wherever a client or an application may put one and searches all that is kept.
final class SecretsTest {
    private static final String CANARY = "s3cret";

    private static final List<String> REQUEST_FIELDS =
            List.of(
                    "Authorization: Bearer #",
                    "authorization: Basic #",
                    "Proxy-Authorization: Basic #",
                    "Cookie: sid=#; theme=#",
                    "Cookie2: #",
                    "X-Api-Key: #",
                    "Api-Key: #",
                    "X-Auth-Token: #",
                    "X-Auth-User: #",
                    "X-Csrf-Token: #",
                    "X-Client-Secret: #",
                    "X-Amz-Security-Token: #",
                    "X-Vault-Token: #",
                    "Private-Token: #",
                    "Sec-WebSocket-Key: #",
                    "Referer: http://u:#@r.test/?code=#",
                    "Origin: http://u:#@o.test",
                    "X-Original-Uri: /a?password=#");

    private static final List<String> RESPONSE_FIELDS =
            List.of(
                    "Set-Cookie: session=#; HttpOnly",
                    "set-cookie: b=#",
                    "WWW-Authenticate: Digest nonce=\"#\"",
                    "Proxy-Authenticate: Digest nonce=\"#\"",
                    "Authentication-Info: nextnonce=\"#\"",
                    "Location: http://u:#@l.test/?access_token=#&x=1",
                    "X-Refresh-Token: #",
                    "Link: <http://h/?sig=#>; rel=next");

    private static final List<String> PARAMETERS =
            List.of(
                    "token",
                    "access_token",
                    "refresh_token",
                    "id_token",
                    "key",
                    "api_key",
                    "apiKey",
                    "secret",
                    "client_secret",
                    "password",
                    "passwd",
                    "PASSWORD",
                    "sig",
                    "signature",
                    "X-Amz-Signature",
                    "code",
                    "session",
                    "sessionid",
                    "to%6ben",
                    "api-key",
                    "X-Goog-Credential",
                    "jwt",
                    "otp",
                    "pwd",
                    "auth");

    @TempDir Path folder;
    private int planted;

    @ParameterizedTest
    @EnumSource
    void planted_secrets_appear_nowhere(Format format) throws IOException {
        Path log = folder.resolve("access.log");
        var now = new AtomicLong(Samples.START_MILLIS);
        var recorder =
                FlightRecorder.start(
                        Samples.settings(log.toString(), format), Samples.clocks(now), _ -> {});
        List<ExchangeRecord> exchanges = exchanges();
        for (ExchangeRecord exchange : exchanges) {
            Diagnosis diagnosis = recorder.diagnose(Samples.refusal());
            recorder.failed(exchange, diagnosis);
            recorder.completed(exchange);
        }
        recorder.close();
        assertThat(planted).isGreaterThanOrEqualTo(50);
        List<String> incidents = recorder.incidents().newest(100);
        assertThat(incidents).hasSize(exchanges.size());
        assertThat(String.join("\n", incidents)).contains("[redacted]").doesNotContain(CANARY);
        assertThat(Files.readString(log)).contains("[redacted]").doesNotContain(CANARY);
        assertThat(recorder.metrics().exposition()).doesNotContain(CANARY);
    }

    private List<ExchangeRecord> exchanges() {
        List<ExchangeRecord> exchanges = new ArrayList<>();
        for (String parameter : PARAMETERS) {
            String query = "?a=1&" + parameter + "=#;#&b=2";
            exchanges.add(Samples.refused(plant("GET /a" + query + " HTTP/1.1\nHost: h\n\n")));
        }
        String path = "GET /a;jsessionid=#/b?next=http://u:#@h/ HTTP/1.1\nHost: h\n\n";
        exchanges.add(Samples.refused(plant(path)));
        var fields = new StringBuilder("POST /a HTTP/1.1\nHost: h\nContent-Length: 9\n");
        REQUEST_FIELDS.forEach(field -> fields.append(field).append('\n'));
        ExchangeRecord withFields = Samples.refused(plant(fields.append('\n').toString()));
        var answer = new StringBuilder("HTTP/1.1 200 OK\nContent-Length: 9\n");
        RESPONSE_FIELDS.forEach(field -> answer.append(field).append('\n'));
        withFields.response = Samples.response(plant(answer.append('\n').toString()));
        exchanges.add(withFields);
        return exchanges;
    }

    /// Each `#` becomes a secret of its own.
    private String plant(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#') out.append(CANARY).append(++planted);
            else out.append(c);
        }
        return out.toString();
    }
}
