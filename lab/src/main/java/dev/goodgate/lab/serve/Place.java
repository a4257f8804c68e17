package dev.goodgate.lab.serve;

import dev.goodgate.lab.scenario.Probe;
import java.util.List;

/// Where the endpoints of one probe are: the port of the first, and each as a gateway dials it
/// (`http://host:port` or `unix:/path`).
public record Place(Probe probe, int port, List<String> endpoints) {
    public Place {
        endpoints = List.copyOf(endpoints);
    }
}
