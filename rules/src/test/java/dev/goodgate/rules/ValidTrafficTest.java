package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Gateway;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.lab.valid.Demand;
import dev.goodgate.lab.valid.Tally;
import dev.goodgate.lab.valid.ValidTraffic;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A sample of what `bench/figures messages` sends: valid messages pass a real gateway whole.
final class ValidTrafficTest {
    @Test
    void valid_messages_are_neither_refused_nor_altered() throws Exception {
        Tally tally = carried("");
        assertThat(tally.samples()).isEmpty();
        assertThat(tally.clean()).isTrue();
    }

    @Test
    void a_gateway_that_adds_a_field_alters_every_message() throws Exception {
        Tally tally = carried(", request-fields: { set: { X-New: a } }");
        assertThat(tally.altered()).isEqualTo(tally.requests());
    }

    private static Tally carried(String route) throws Exception {
        Demand demand = new Demand(7, route.isEmpty() ? 4_000 : 50, 40, 16);
        try (ValidTraffic traffic = new ValidTraffic(demand)) {
            String yaml =
                    """
                    listeners: [ { address: "127.0.0.1:0" } ]
                    routes: [ { match: { path: / }, upstream: app %s } ]
                    upstreams: { app: { endpoints: ["http://127.0.0.1:%d"] } }
                    access-log: { to: "off" }
                    admin: { address: "off" }
                    """
                            .formatted(route, traffic.upstream().getPort());
            try (Gateway gateway =
                    Gateway.start(() -> ConfigFile.read("valid.yaml", yaml, Map.of()), _ -> {})) {
                return traffic.through((InetSocketAddress) gateway.listeners().getFirst());
            }
        }
    }
}
