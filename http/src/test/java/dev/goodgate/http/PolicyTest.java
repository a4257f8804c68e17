package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The written policy against every input of the attack file.
final class PolicyTest {

    static List<Attack> attacks() {
        return Attack.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void every_attack_gets_its_statuses(Attack attack) {
        List<JsonNode> expected = new ArrayList<>(List.of(attack.oracle().get("status")));
        JsonNode then = attack.oracle().get("then");
        for (int i = 0; then != null && i < then.size(); i++) {
            expected.add(then.get(i));
        }
        RequestStream stream = attack.whole();
        List<Integer> seen = stream.end();
        assertThat(seen).as("%s", expected).hasSameSizeAs(expected);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(expected.get(i).valueStream().map(JsonNode::asInt)).contains(seen.get(i));
        }
        if (attack.oracle().get("closes").asBoolean(false)) {
            assertThat(stream.closed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void what_is_accepted_is_understood_as_written(Attack attack) throws Exception {
        JsonNode upstream = attack.oracle().get("upstream");
        if (upstream == null || !(upstream.has("method") || upstream.has("each"))) {
            return;
        }
        RequestStream stream = attack.whole();
        stream.end();
        List<RequestStream.Accepted> seen = stream.accepted();
        for (int i = 0; i < seen.size(); i++) {
            JsonNode expected = upstream.has("each") ? upstream.get("each").get(i) : upstream;
            check(seen.get(i), expected);
        }
        assertThat(seen).isNotEmpty();
    }

    private static void check(RequestStream.Accepted seen, JsonNode expected) throws Exception {
        assertThat(seen.method()).isEqualTo(expected.get("method").asString());
        assertThat(seen.host()).isEqualTo(expected.get("host").asString());
        assertThat(seen.body()).hasSize(expected.get("bodyBytes").asInt());
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(seen.body());
        assertThat(HexFormat.of().formatHex(sha)).isEqualTo(expected.get("bodySha256").asString());
        JsonNode target = expected.get("target");
        List<String> targets =
                target.isArray()
                        ? target.valueStream().map(JsonNode::asString).toList()
                        : List.of(target.asString());
        assertThat(targets.getFirst().toLowerCase(Locale.ROOT))
                .isEqualTo(seen.target().toLowerCase(Locale.ROOT));
    }
}
