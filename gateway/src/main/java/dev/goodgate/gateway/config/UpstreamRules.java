package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.UpstreamSettings.EndpointSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Rules about upstreams: no loops to ourselves, no time limit that can't be reached, none unused.
final class UpstreamRules {
    private final Settings settings;
    private final Findings findings;

    UpstreamRules(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void check() {
        Set<String> used =
                settings.routes().stream().map(RouteSettings::upstream).collect(Collectors.toSet());
        for (Map.Entry<String, UpstreamSettings> entry : settings.upstreams().entrySet()) {
            String path = "upstreams." + entry.getKey();
            endpoints(entry.getValue().endpoints(), path + ".endpoints");
            if (entry.getValue().head().compareTo(entry.getValue().firstByte()) < 0
                    && findings.given(path + ".first-byte")) {
                findings.warn(path + ".first-byte", "never reached: head is shorter");
            }
            if (!used.contains(entry.getKey()) && !findings.brokenWithin("routes")) {
                findings.warn(path, "no route leads here");
            }
        }
    }

    private void endpoints(List<EndpointSettings> endpoints, String path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < endpoints.size(); i++) {
            String item = path + "[" + i + "]";
            String at = findings.given(item + ".url") ? item + ".url" : item;
            String url = endpoints.get(i).url();
            if (url.isEmpty()) {
                continue;
            }
            loop(dialled(url), at);
            if (!seen.add(dialled(url))) {
                findings.warn(at, "given twice; weight gives an endpoint a larger share");
            }
        }
    }

    private void loop(String dialled, String at) {
        List<ListenerSettings> listeners = settings.listeners();
        for (int i = 0; i < listeners.size(); i++) {
            if (Loopback.reaches(dialled, listeners.get(i).address())) {
                String expected =
                        "an endpoint that is not this gateway itself (listeners[" + i + "])";
                findings.fault(at, expected, "");
                return;
            }
        }
        if (Loopback.reaches(dialled, settings.admin().address())) {
            findings.fault(at, "an endpoint that is not the admin listener of this gateway", "");
        }
    }

    /// `host:port` of an endpoint, or `unix:/path`.
    private static String dialled(String url) {
        String rest = url.startsWith("http://") ? url.substring("http://".length()) : url;
        boolean port = rest.startsWith("unix:") || Addresses.isHostPort(rest, 1);
        return port ? rest : rest + ":80";
    }
}
