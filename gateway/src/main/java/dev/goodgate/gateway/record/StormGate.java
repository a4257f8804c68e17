package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Lets so many full records a second through for each upstream and symptom; those beyond learn the
/// latest full one. Keys come from configuration and a closed list. Any thread.
final class StormGate {
    /// Full records a second for one upstream and symptom.
    static final int MOST_A_SECOND = 50;

    private final ConcurrentHashMap<Key, Window> windows = new ConcurrentHashMap<>();

    private record Key(String upstream, Symptom symptom) {}

    private static final class Window {
        private long second = Long.MIN_VALUE;
        private int count;
        private IncidentId latest;

        Window(IncidentId first) {
            latest = first;
        }

        synchronized Optional<IncidentId> pass(IncidentId id) {
            long now = id.epochMillis() / 1000;
            if (now != second) {
                second = now;
                count = 0;
            }
            if (count >= MOST_A_SECOND) return Optional.of(latest);
            count++;
            latest = id;
            return Optional.empty();
        }
    }

    /// Empty when a full record is due, else the incident to point to.
    Optional<IncidentId> pass(String upstream, Symptom symptom, IncidentId id) {
        return windows.computeIfAbsent(new Key(upstream, symptom), _ -> new Window(id)).pass(id);
    }
}
