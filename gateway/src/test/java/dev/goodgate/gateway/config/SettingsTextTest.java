package dev.goodgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTextTest {
    @Test
    void what_is_printed_reads_back_into_the_same_settings() {
        String text =
                """
                listeners: ["127.0.0.1:8080", { address: "[::1]:8080", trusted-proxies: ["fd00::/8"] }]
                routes:
                  - { match: { exact: /a, hosts: [good.test], headers: { X-A: "*" } }, upstream: app }
                  - { match: { regex: "/b[0-9]+" }, redirect: { to: "https://{host}{path}", status: 302 } }
                  - { match: { path: /c }, respond: { status: 200, body: "$${A}: yes\\n'\\"#" } }
                  - { upstream: app, total: 1m, request-fields: { set: { X-B: "1", X-C: "on" } } }
                upstreams: { app: { endpoints: [{ url: "http://app.test:1", weight: 3 }], replay: 0 } }
                """;
        Settings settings = ConfigFileTest.loaded(text);
        assertThat(ConfigFileTest.loaded(SettingsText.of(settings))).isEqualTo(settings);
    }

    @Test
    void secrets_are_not_printed() {
        String text =
                ConfigFileTest.SMALLEST.replace(
                                "upstream: app",
                                "upstream: app, request-fields: {set: {Authorization: Bearer hidden}}")
                        + "admin: { address: \"0.0.0.0:9900\", token: \"${TOKEN}\" }";
        Settings settings = ConfigFileTest.loaded(text, Map.of("TOKEN", "hidden"));
        assertThat(settings.admin().token()).isEqualTo("hidden");
        assertThat(SettingsText.of(settings))
                .contains("token: (redacted)")
                .doesNotContain("hidden");
        assertThat(SettingsText.json(settings)).contains("(redacted)").doesNotContain("hidden");
    }
}
