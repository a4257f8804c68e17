package dev.goodgate.lab.serve;

import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.scenario.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which address every endpoint of the lab has: a function of the first port, so that a
/// configuration can be printed before, or without, the lab that it leads to.
///
/// The first ports are those of the gateway under test, its admin listener and the name server.
public final class Plan {
    /// The first port when none is given: below the range from which the kernel picks ports.
    public static final int BASE = 21000;

    /// The zone of all names that the lab's name server answers.
    public static final String ZONE = "lab.test";

    private static final int RESERVED = 10;

    private final int base;
    private final Path folder;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final int end;

    /// Plans these probes from a first port on; logs are in this folder.
    public Plan(List<Probe> probes, int base, Path folder) {
        this.base = base;
        this.folder = folder;
        int port = base + RESERVED;
        for (Probe probe : probes) {
            var endpoints = new ArrayList<String>();
            for (Fault fault : probe.upstreams()) {
                endpoints.add(endpoint(probe, fault, port + endpoints.size()));
            }
            places.put(probe.id(), new Place(probe, port, endpoints));
            port += endpoints.size();
        }
        this.end = port;
    }

    /// Where the gateway under test listens.
    public int gatewayPort() {
        return base;
    }

    /// Where the gateway's admin listener is, when it has one.
    public int adminPort() {
        return base + 1;
    }

    /// Where the name server is.
    public int namesPort() {
        return base + 2;
    }

    /// The first port.
    public int base() {
        return base;
    }

    /// The port after the last one.
    public int end() {
        return end;
    }

    /// Logs and temporary files.
    public Path folder() {
        return folder;
    }

    /// The access log that our own gateway writes.
    public Path accessLog() {
        return folder.resolve("access.log");
    }

    /// All places in the order of the catalogue.
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    /// The place of one probe. Throws IllegalArgumentException when it is not in the plan.
    public Place place(String probe) {
        Place place = places.get(probe);
        if (place == null) {
            throw new IllegalArgumentException("no probe " + probe + " in this plan");
        }
        return place;
    }

    /// The host name of a probe whose upstream has a name.
    public static String name(Probe probe) {
        return probe.id().toLowerCase(java.util.Locale.ROOT) + "." + ZONE;
    }

    private String endpoint(Probe probe, Fault fault, int port) {
        return switch (fault) {
            case Fault.Closed() -> local(port);
            case Fault.Silent() -> local(port);
            case Fault.Unaccepted() -> local(port);
            case Fault.Plays _ -> local(port);
            case Fault.Mortal _ -> local(port);
            case Fault.Unix _ -> "unix:" + socket(probe, port);
            case Fault.Loop() -> "http://" + name(probe) + ":" + base;
            case Fault.Named _ -> "http://" + name(probe) + ":" + port;
            case Fault.Elsewhere(String address) -> "http://" + address + ":" + port;
        };
    }

    /// Where the unix sockets are: a function of the first port, like the ports.
    Path sockets() {
        return Path.of(System.getProperty("java.io.tmpdir"), "goodgate-lab-" + base);
    }

    Path socket(Probe probe, int port) {
        return sockets().resolve(probe.id() + "-" + port + ".sock");
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
