package dev.goodgate.gateway.config;

import java.util.Map;

/// Where the endpoints of upstreams stand, so that a failure can name the line to correct. `lines`
/// holds keys such as `upstreams.app.endpoints[0]` with their lines from 1; 0: no line of a file.
public record Places(String file, Map<String, Integer> lines) {
    public Places {
        lines = Map.copyOf(lines);
    }

    /// The place of one endpoint as `gateway.yaml:7`, or the file alone; empty where unknown.
    public String endpoint(String upstream, int index) {
        Integer line = lines.get("upstreams." + upstream + ".endpoints[" + index + "]");
        if (line == null) return "";
        return line == 0 ? file : file + ":" + line;
    }

    /// The same keys for settings that were typed after that option.
    public Places typedAfter(String option) {
        Map<String, Integer> none = new java.util.HashMap<>();
        lines.keySet().forEach(key -> none.put(key, 0));
        return new Places(option, none);
    }
}
