package dev.goodgate.gateway.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Rules about the addresses the process listens on.
final class ListenerRules {
    private final Settings settings;
    private final Findings findings;

    ListenerRules(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void check() {
        unique();
        guarded();
        if (settings.expose() == Expose.FULL
                && !settings.listeners().stream().allMatch(this::local)) {
            findings.warn("expose", "everybody sees addresses and names of the upstreams");
        }
    }

    private void unique() {
        Map<String, String> first = new HashMap<>();
        List<ListenerSettings> listeners = settings.listeners();
        for (int i = 0; i < listeners.size(); i++) {
            String path = "listeners[" + i + "]";
            String key = findings.given(path + ".address") ? path + ".address" : path;
            once(listeners.get(i).address(), key, first);
        }
        once(settings.admin().address(), "admin.address", first);
    }

    private void once(String address, String path, Map<String, String> first) {
        boolean many = address.isEmpty() || address.equals("off") || address.endsWith(":0");
        if (many) {
            return;
        }
        String same = address.toLowerCase(Locale.ROOT).replace("localhost:", "127.0.0.1:");
        String earlier = first.putIfAbsent(address.startsWith("unix:") ? address : same, path);
        if (earlier != null) {
            String at = findings.given(path) ? path : earlier;
            findings.fault(
                    at, "an address of its own", "it is that of " + other(at, path, earlier));
        }
    }

    private static String other(String at, String path, String earlier) {
        return at.equals(path) ? earlier : path + " (by default)";
    }

    /// Whoever reaches the admin listener sees every incident: elsewhere than here, a token.
    private void guarded() {
        AdminSettings admin = settings.admin();
        boolean here = admin.address().equals("off") || Loopback.address(admin.address());
        if (!here && admin.token().isEmpty() && !findings.broken("admin.token")) {
            findings.fault(
                    "admin.address",
                    "a loopback address, or an admin.token",
                    "write token: ${GOODGATE_ADMIN_TOKEN}");
        }
        if (findings.given("admin.token") && admin.token().isEmpty()) {
            findings.fault("admin.token", "a token that is not empty", "");
        }
    }

    private boolean local(ListenerSettings listener) {
        return Loopback.address(listener.address());
    }
}
