package dev.goodgate.gateway.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From a host to its routes: the exact name, else the longest wildcard, else what takes every
/// host. The octets are gone through once, from the right, so that the hash of each suffix is there
/// when its dot is reached.
final class HostTable {
    private static final int LONGEST = 255;

    private final OctetMap<HostNode> exact;
    private final OctetMap<HostNode> wild;
    private final @Nullable HostNode any;
    private final boolean named;

    HostTable(List<Route> routes) {
        Map<String, List<Route>> byHost = new LinkedHashMap<>();
        for (Route route : routes) {
            List<String> hosts = route.settings().match().hosts();
            for (String host : hosts.isEmpty() ? List.of("") : hosts) {
                List<Route> same = byHost.computeIfAbsent(plain(host), _ -> new ArrayList<>());
                if (!same.contains(route)) {
                    same.add(route);
                }
            }
        }
        Map<String, HostNode> nodes = new HashMap<>();
        byHost.forEach((host, same) -> nodes.put(host, new HostNode(same)));
        nodes.forEach((host, node) -> node.wider(wider(host, nodes)));
        this.any = nodes.remove("");
        this.named = !nodes.isEmpty();
        Map<String, HostNode> exact = new HashMap<>();
        Map<String, HostNode> wild = new HashMap<>();
        nodes.forEach((host, node) -> {
            boolean star = host.startsWith("*.");
            (star ? wild : exact).put(reversed(star ? host.substring(2) : host), node);
        });
        this.exact = new OctetMap<>(exact);
        this.wild = new OctetMap<>(wild);
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static @Nullable HostNode wider(String host, Map<String, HostNode> nodes) {
        String name = host.startsWith("*.") ? host.substring(2) : host;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            HostNode node = nodes.get("*" + name.substring(dot));
            if (node != null) {
                return node;
            }
        }
        return host.isEmpty() ? null : nodes.get("");
    }

    private static String reversed(String host) {
        return new StringBuilder(host).reverse().toString();
    }

    /// Whether some route names hosts.
    boolean named() {
        return named;
    }

    /// Whether that node is of a pattern, not of every host.
    boolean names(HostNode node) {
        return node != any;
    }

    /// The most specific node for the host in the span, whatever its case, with or without a root
    /// dot at its end; an empty span is no host. Null: no route serves it. Deny rules alone don't
    /// make a host served, but where there is no host they hold.
    @Nullable HostNode find(byte[] octets, int from, int to) {
        int end = to > from && octets[to - 1] == '.' ? to - 1 : to;
        if (end <= from || end - from > LONGEST || !named) {
            return any;
        }
        HostNode longest = null;
        int hash = 0;
        for (int i = end - 1; i >= from; i--) {
            if (octets[i] == '.' && i > from) {
                HostNode node = wild.getReversed(octets, i + 1, end, hash);
                longest = node == null ? longest : node;
            }
            hash = OctetMap.step(hash, Text.lower(octets[i]));
        }
        HostNode node = exact.getReversed(octets, from, end, hash);
        if (node == null) {
            node = longest;
        }
        return node == null && any != null && any.serves() ? any : node;
    }
}
