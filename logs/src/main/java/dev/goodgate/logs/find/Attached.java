package dev.goodgate.logs.find;

import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Follows what the running containers of engines write, of those too that start later, or again:
/// an engine is asked for its containers every few seconds. Close it when done; any thread may.
public final class Attached implements Closeable {
    private final List<Engine> engines;
    private final Set<String> otherwise;
    private final InstantSource clock;
    private final Sink sink;
    private final Map<String, Attachment> attached = new ConcurrentHashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("containers").factory());
    private Instant looked;

    /// Who is handed the streams. Called on a thread of its own.
    public interface Sink {
        /// Lines of a container under the name that reports use, the same when it starts again.
        /// They come from the engine as they are read.
        void stream(String name, InputStream lines);

        /// Something could not be followed.
        void skip(Skipped one);
    }

    /// Follows containers of those engines but the ones with such ids, from that time on.
    Attached(
            List<Engine> engines,
            Set<String> otherwise,
            Instant from,
            InstantSource clock,
            Sink sink) {
        this.engines = List.copyOf(engines);
        this.otherwise = Set.copyOf(otherwise);
        this.clock = clock;
        this.sink = sink;
        looked = from;
    }

    /// Looks for containers at once, and again after every such time.
    Attached every(Duration time) {
        timer.scheduleWithFixedDelay(this::look, 0, time.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        Instant now = clock.instant();
        Set<String> there = new HashSet<>();
        for (Engine engine : engines) there.addAll(look(engine));
        attached.keySet().retainAll(there);
        looked = now;
    }

    /// The ids of its containers, as far as it tells.
    private Set<String> look(Engine engine) {
        Set<String> there = new HashSet<>();
        try {
            for (Place.Container one : engine.containers().some()) {
                there.add(one.id());
                attach(one);
            }
            silent.remove(engine.name());
        } catch (IOException failed) {
            for (Attachment one : attached.values()) there.add(one.container.id());
            boolean first = silent.add(engine.name());
            String name = engine.name() + ":" + engine.socket();
            String detail = String.valueOf(failed.getMessage());
            if (first) sink.skip(new Skipped(name, Why.UNREADABLE, detail));
        }
        return there;
    }

    private void attach(Place.Container container) {
        if (otherwise.contains(container.id()) || !container.state().equals("running")) return;
        Attachment before = attached.get(container.id());
        if (before != null && !before.ended) return;
        Instant from = before == null ? looked : before.until;
        Attachment now = new Attachment(container, from);
        attached.put(container.id(), now);
        sink.stream(container.engine().name() + ":" + container.name(), now);
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        for (Attachment one : new ArrayList<>(attached.values())) one.close();
    }

    /// What one container writes until it ends. Asks for it when first read.
    private final class Attachment extends InputStream {
        private final Place.Container container;
        private final Instant from;
        private volatile InputStream lines = InputStream.nullInputStream();
        private volatile Instant until;
        private volatile boolean ended;
        private boolean begun;

        Attachment(Place.Container container, Instant from) {
            this.container = container;
            this.from = from;
            until = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            boolean more = false;
            try {
                if (!begun) begin();
                int count = lines.read(target, offset, most);
                more = count >= 0;
                return count;
            } finally {
                if (!more) end();
            }
        }

        private void begin() throws IOException {
            begun = true;
            long micros = from.getEpochSecond() * 1_000_000 + from.getNano() / 1_000;
            lines = container.engine().follow(container, micros);
        }

        private void end() throws IOException {
            until = clock.instant();
            ended = true;
            lines.close();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
