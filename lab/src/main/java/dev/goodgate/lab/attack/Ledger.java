package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the upstream received, by the address of the client it came from. Any thread may call.
///
/// The address is the gateway's own word (X-Forwarded-For), and each client connection has its own.
/// What names no client of ours belongs to the client before it on the same upstream connection:
/// that is where a smuggled request appears.
final class Ledger {
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final List<String> strays = new ArrayList<>();
    private volatile @Nullable Lane only;

    /// What came from one client connection.
    static final class Lane {
        private final List<SeenRequest> complete = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private int begun;

        synchronized List<SeenRequest> complete() {
            return List.copyOf(complete);
        }

        synchronized List<String> faults() {
            return List.copyOf(faults);
        }

        /// Requests that have begun and neither ended nor been aborted.
        synchronized int begun() {
            return begun;
        }

        synchronized void begin() {
            begun++;
        }

        synchronized void complete(SeenRequest request) {
            begun--;
            complete.add(request);
        }

        synchronized void abort() {
            begun--;
        }

        synchronized void fault(String fault) {
            if (faults.size() < 20) faults.add(fault);
        }
    }

    /// Makes a lane before its client connects.
    Lane open(String address) {
        return lanes.computeIfAbsent(address, _ -> new Lane());
    }

    /// From here on every request belongs to this lane: for a gateway that does not tell its
    /// client's address.
    void only(Lane lane) {
        only = lane;
    }

    boolean alone() {
        return only != null;
    }

    /// The lane that a request belongs to; `before` is the one of the request ahead of it on its
    /// connection, if any.
    Lane of(List<Field> fields, String startLine, Lane before) {
        Lane alone = only;
        if (alone != null) return alone;
        String sender = SeenRequest.sender(fields);
        Lane lane = lanes.get(sender);
        if (lane != null) return lane;
        String what =
                "upstream request from nobody (X-Forwarded-For \""
                        + Octets.escaped(sender, 40)
                        + "\"): "
                        + Octets.escaped(startLine, 60);
        before.fault(what);
        synchronized (strays) {
            if (strays.size() < 100) strays.add(what);
        }
        return before;
    }

    /// Requests that named no client of ours, the first hundred.
    List<String> strays() {
        synchronized (strays) {
            return List.copyOf(strays);
        }
    }
}
