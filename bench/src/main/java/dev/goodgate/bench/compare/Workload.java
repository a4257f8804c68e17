package dev.goodgate.bench.compare;

import dev.goodgate.bench.run.BenchFailure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The kinds of load that are compared.
public enum Workload {
    /// A small answer on kept connections.
    KEEPALIVE_64B_64C("keepalive-64B-64c", "/64B", 64, 64, false),
    /// The same on many connections.
    KEEPALIVE_64B_512C("keepalive-64B-512c", "/64B", 64, 512, false),
    /// A usual answer on kept connections.
    KEEPALIVE_10KB_64C("keepalive-10KB-64c", "/10KB", 10_240, 64, false),
    /// A large answer on kept connections.
    KEEPALIVE_1MB_64C("keepalive-1MB-64c", "/1MB", 1_048_576, 64, false),
    /// A small answer, each on a new connection.
    NEWCONN_64B_64C("newconn-64B-64c", "/64B", 64, 64, true);

    private final String label;
    private final String path;
    private final int body;
    private final int connections;
    private final boolean newConnections;

    Workload(String label, String path, int body, int connections, boolean newConnections) {
        this.label = label;
        this.path = path;
        this.body = body;
        this.connections = connections;
        this.newConnections = newConnections;
    }

    /// The workload of this name.
    public static Workload of(String label) {
        return Arrays.stream(values())
                .filter(workload -> workload.label.equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new BenchFailure("workload: " + label + " (expected: " + all() + ")"));
    }

    private static String all() {
        return Arrays.stream(values()).map(w -> w.label).collect(Collectors.joining(", "));
    }

    String label() {
        return label;
    }

    /// The path that is asked for.
    public String path() {
        return path;
    }

    /// Octets every answer's body must have.
    int body() {
        return body;
    }

    /// How many connections ask at once.
    public int connections() {
        return connections;
    }

    boolean newConnections() {
        return newConnections;
    }

    /// Fields the load generator adds to each request.
    public List<String> fields() {
        return newConnections ? List.of("Connection: close") : List.of();
    }
}
