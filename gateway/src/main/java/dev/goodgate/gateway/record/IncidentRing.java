package dev.goodgate.gateway.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goodgate.diagnosis.IncidentId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Incidents in order of arrival, bounded by octets; the oldest makes room. Any thread.
final class IncidentRing {
    /// What an entry costs beside its JSON: objects, id, map entry.
    private static final int OVERHEAD = 256;

    private final long limitOctets;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final Map<IncidentId, Entry> byId = new HashMap<>();
    private long octets;
    private long dropped;
    private long droppedUntilMillis = Long.MIN_VALUE;

    /// One incident. Immutable.
    static final class Entry {
        private final IncidentId id;
        private final String requestId;
        private final byte[] utf8;

        Entry(IncidentId id, String requestId, String json) {
            this.id = id;
            this.requestId = requestId;
            utf8 = json.getBytes(UTF_8);
        }

        IncidentId id() {
            return id;
        }

        String requestId() {
            return requestId;
        }

        String json() {
            return new String(utf8, UTF_8);
        }

        int size() {
            return utf8.length + OVERHEAD;
        }
    }

    IncidentRing(long limitOctets) {
        this.limitOctets = limitOctets;
    }

    void add(Entry entry) {
        lock.lock();
        try {
            while (octets + entry.size() > limitOctets && !entries.isEmpty()) drop();
            entries.addLast(entry);
            byId.put(entry.id(), entry);
            octets += entry.size();
        } finally {
            lock.unlock();
        }
    }

    private void drop() {
        Entry oldest = entries.removeFirst();
        byId.remove(oldest.id());
        octets -= oldest.size();
        dropped++;
        droppedUntilMillis = Math.max(droppedUntilMillis, oldest.id().epochMillis());
    }

    Optional<Entry> find(IncidentId id) {
        lock.lock();
        try {
            return Optional.ofNullable(byId.get(id));
        } finally {
            lock.unlock();
        }
    }

    /// All of them, oldest first.
    List<Entry> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    long octets() {
        lock.lock();
        try {
            return octets;
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /// When the youngest of those dropped was made, milliseconds since 1970.
    long droppedUntilMillis() {
        lock.lock();
        try {
            return droppedUntilMillis;
        } finally {
            lock.unlock();
        }
    }
}
