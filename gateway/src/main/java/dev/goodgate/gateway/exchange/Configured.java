package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.gateway.config.Places;
import dev.goodgate.gateway.config.UpstreamSettings.EndpointSettings;
import dev.goodgate.gateway.upstream.Endpoint;
import dev.goodgate.gateway.upstream.Target;
import java.util.ArrayList;
import java.util.List;

/// What the configuration says of the endpoint that failed, as evidence: its URL as written, and
/// where it is written. For operators only.
final class Configured {
    private Configured() {}

    /// That evidence with what else there is; nothing is added where no upstream was chosen.
    static List<Evidence> with(List<Evidence> evidence, Exchange exchange) {
        if (!exchange.routed() || !exchange.route().hasUpstream()) return evidence;
        String upstream = exchange.route().settings().upstream();
        Snapshot snapshot = exchange.snapshot();
        var settings = snapshot.settings().upstreams().get(upstream);
        if (settings == null) return evidence;
        int index = index(settings.endpoints(), exchange.side().endpoint());
        if (index < 0) return evidence;
        List<Evidence> all = new ArrayList<>(evidence);
        Places places = snapshot.places();
        String url = settings.endpoints().get(index).url();
        all.add(new Evidence.Endpoint(url, places.endpoint(upstream, index)));
        return all;
    }

    /// The endpoint that was asked, or the only one; -1 when it cannot be told.
    private static int index(
            List<EndpointSettings> endpoints, @org.jspecify.annotations.Nullable Endpoint asked) {
        if (endpoints.size() == 1) return 0;
        if (asked == null) return -1;
        for (int i = 0; i < endpoints.size(); i++) {
            if (Target.of(endpoints.get(i).url()).equals(asked.target())) return i;
        }
        return -1;
    }
}
