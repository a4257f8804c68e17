package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.IncidentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// The incidents still held: rings of octets in memory, one for full records and one for the short
/// ones that point to a full one, so that a storm of short ones evicts no full one. The oldest go
/// first. Any thread; a lock is held only while a reference is moved.
public final class Incidents {
    /// Octets of both rings together.
    static final int RING_OCTETS = 16 << 20;

    private static final int SHORT_OCTETS = 2 << 20;

    private final IncidentRing full = new IncidentRing(RING_OCTETS - SHORT_OCTETS);
    private final IncidentRing repeats = new IncidentRing(SHORT_OCTETS);
    private final LongSupplier epochMillis;
    private final long startMillis;
    final LongAdder keptFull = new LongAdder();
    final LongAdder keptShort = new LongAdder();

    Incidents(LongSupplier epochMillis) {
        this.epochMillis = epochMillis;
        startMillis = epochMillis.getAsLong();
    }

    /// What became of an incident.
    public sealed interface Found {
        /// It is held: one JSON object as `docs/schema/incident.schema.json` says.
        record Held(String json) implements Found {}

        /// It was made that long ago, and if it ever existed the ring or a restart has dropped it.
        record Gone(Duration age) implements Found {}

        /// There is no such incident.
        record Unknown() implements Found {}
    }

    /// Keeps a full record.
    void keep(IncidentId id, String requestId, String json) {
        full.add(new IncidentRing.Entry(id, requestId, json));
        keptFull.increment();
    }

    /// Keeps a short record.
    void keepShort(IncidentId id, String requestId, String json) {
        repeats.add(new IncidentRing.Entry(id, requestId, json));
        keptShort.increment();
    }

    /// The incident of that id, in either case.
    public Found find(String text) {
        Optional<IncidentId> parsed = IncidentId.parse(text);
        if (parsed.isEmpty()) return new Found.Unknown();
        IncidentId id = parsed.get();
        Optional<IncidentRing.Entry> entry = full.find(id).or(() -> repeats.find(id));
        if (entry.isPresent()) return new Found.Held(entry.get().json());
        long made = id.epochMillis();
        long droppedUntil = Math.max(full.droppedUntilMillis(), repeats.droppedUntilMillis());
        boolean perhapsDropped = made <= droppedUntil || made < startMillis;
        long age = epochMillis.getAsLong() - made;
        return perhapsDropped && age >= 0
                ? new Found.Gone(Duration.ofMillis(age))
                : new Found.Unknown();
    }

    /// The newest incidents, newest first, each as JSON; at most that many.
    public List<String> newest(int most) {
        return newestFirst(entries(), most);
    }

    /// The incidents of that request id, newest first; at most that many.
    public List<String> ofRequest(String requestId, int most) {
        List<IncidentRing.Entry> entries = entries();
        entries.removeIf(entry -> !entry.requestId().equals(requestId));
        return newestFirst(entries, most);
    }

    /// How many are held.
    public int held() {
        return full.count() + repeats.count();
    }

    /// Octets in use of the 16 MiB.
    public long octets() {
        return full.octets() + repeats.octets();
    }

    /// How many have been dropped to make room.
    public long dropped() {
        return full.dropped() + repeats.dropped();
    }

    private List<IncidentRing.Entry> entries() {
        List<IncidentRing.Entry> entries = new ArrayList<>(full.entries());
        entries.addAll(repeats.entries());
        return entries;
    }

    private static List<String> newestFirst(List<IncidentRing.Entry> entries, int most) {
        return entries.stream()
                .sorted(Comparator.comparing((IncidentRing.Entry e) -> e.id().text()).reversed())
                .limit(most)
                .map(IncidentRing.Entry::json)
                .toList();
    }
}
