package dev.goodgate.gateway;

import dev.goodgate.gateway.admin.AdminServer;
import dev.goodgate.gateway.admin.Readiness;
import dev.goodgate.gateway.admin.Reload;
import dev.goodgate.gateway.admin.Views;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.gateway.config.Fault;
import dev.goodgate.gateway.config.LimitSettings;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.dns.Names;
import dev.goodgate.gateway.dns.Sockets;
import dev.goodgate.gateway.exchange.Snapshot;
import dev.goodgate.gateway.listener.BindFailure;
import dev.goodgate.gateway.listener.Census;
import dev.goodgate.gateway.listener.DescriptorBudget;
import dev.goodgate.gateway.listener.Listeners;
import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.gateway.loop.Loops;
import dev.goodgate.gateway.record.Clocks;
import dev.goodgate.gateway.record.FlightRecorder;
import dev.goodgate.gateway.route.RouteTable;
import dev.goodgate.gateway.upstream.Upstreams;
import io.netty.channel.ReflectiveChannelFactory;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The gateway as a whole: started from a configuration, reloaded, drained. The composition root of
/// the data plane: every part is made here, in reading order, and clocks and randomness come in
/// here. Safe for any thread.
public final class Gateway implements AutoCloseable {
    /// Answers are made ready only when the first requests have had the machine to themselves.
    private static final long PREPARE_MILLIS = 500;

    private final Supplier<ConfigFile.Reading> source;
    private final Consumer<String> messages;
    private final Loops loops;
    private final Names names;
    private final Upstreams upstreams;
    private final FlightRecorder recorder;
    private final MemoryGuard memory;
    private final Census census;
    private final LiveEdge edge;
    private final Listeners listeners;
    private final Gauges gauges;
    private final @Nullable AdminServer admin;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Starts with what `source` reads; `messages` gets rare lines for the operator. Listens when
    /// it returns. Throws [StartFailure] with one plain sentence a fault; nothing stays open then.
    public static Gateway start(Supplier<ConfigFile.Reading> source, Consumer<String> messages)
            throws StartFailure {
        return switch (source.get()) {
            case ConfigFile.Reading.Faulty(List<Fault> faults) ->
                    throw new StartFailure(faults.stream().map(Fault::toString).toList());
            case ConfigFile.Reading.Loaded loaded -> {
                loaded.warnings().forEach(warning -> messages.accept(warning.toString()));
                yield new Gateway(loaded, source, messages);
            }
        };
    }

    private Gateway(
            ConfigFile.Reading.Loaded loaded,
            Supplier<ConfigFile.Reading> source,
            Consumer<String> messages)
            throws StartFailure {
        Settings settings = loaded.settings();
        this.source = source;
        this.messages = messages;
        SecureRandom random = new SecureRandom();
        Clocks clocks = new Clocks(System::currentTimeMillis, System::nanoTime, random);
        recorder = recorder(settings, clocks, messages);
        String pseudonym = "goodgate-" + Long.toHexString(random.nextLong() >>> 16);
        edge = new LiveEdge(recorder, pseudonym, messages);
        loops = Loops.start(settings.runtime(), clocks, edge::bug);
        names = Names.start(settings.resolver(), sockets(loops.first()), clocks.nanos());
        Supplier<LimitSettings> limits = () -> edge.snapshot().settings().limits();
        DescriptorBudget files = Descriptors.budget(settings, loops.all().size());
        upstreams =
                new Upstreams(
                        loops.all(), names, () -> files.upstreams(limits.get().connections()));
        memory = new MemoryGuard(limits);
        census = new Census(loops.all().size(), limits, memory::level, files, clocks.nanos());
        edge.put(snapshot(loaded, 1), memory, census);
        listeners = new Listeners(loops.all(), edge, census);
        admin = open(settings);
        gauges = new Gauges(recorder.metrics(), edge, census);
        gauges.update();
        memory.start();
        CompletableFuture.delayedExecutor(PREPARE_MILLIS, TimeUnit.MILLISECONDS)
                .execute(Gateway::prepare);
    }

    /// What is needed when things go wrong is at hand by then.
    private static void prepare() {
        Descriptors.openJars();
        Snapshot.prepareAnswers();
    }

    private static FlightRecorder recorder(
            Settings settings, Clocks clocks, Consumer<String> messages) throws StartFailure {
        try {
            return FlightRecorder.start(settings, clocks, messages);
        } catch (IOException refused) {
            throw new StartFailure(
                    List.of(
                            "cannot write the access log "
                                    + settings.accessLog().to()
                                    + ": "
                                    + refused.getMessage()));
        }
    }

    private static Sockets sockets(Loop loop) {
        return new Sockets(
                loop.executor(),
                new ReflectiveChannelFactory<>(loop.transport().udp()),
                new ReflectiveChannelFactory<>(
                        loop.transport().tcp().asSubclass(SocketChannel.class)));
    }

    private Snapshot snapshot(ConfigFile.Reading.Loaded loaded, long generation) {
        Settings settings = loaded.settings();
        return new Snapshot(
                loaded, RouteTable.of(settings), upstreams.apply(settings), generation, messages);
    }

    private @Nullable AdminServer open(Settings settings) throws StartFailure {
        try {
            listeners.apply(settings);
            if (settings.admin().address().equals("off")) return null;
            return AdminServer.start(
                    settings.admin(),
                    new Views(
                            recorder.incidents(),
                            recorder.metrics(),
                            () -> UpstreamStates.of(edge.snapshot()),
                            () -> edge.snapshot().settings(),
                            this::reload,
                            this::readiness));
        } catch (BindFailure failure) {
            release();
            throw new StartFailure(List.of(String.valueOf(failure.getMessage())));
        } catch (IOException | IllegalArgumentException failure) {
            listeners.close();
            release();
            throw new StartFailure(
                    List.of(
                            "cannot listen on "
                                    + settings.admin().address()
                                    + " for the admin listener (admin.address): "
                                    + failure.getMessage()));
        }
    }

    private Readiness readiness() {
        return edge.draining()
                ? new Readiness.NotReady("draining: asked to stop")
                : new Readiness.Ready();
    }

    /// The addresses listened on, real ports included.
    public List<SocketAddress> listeners() {
        return listeners.addresses();
    }

    /// Where the operator's listener is, if there is one.
    public Optional<InetSocketAddress> admin() {
        return admin == null ? Optional.empty() : Optional.of(admin.address());
    }

    /// The settings in force.
    public Settings settings() {
        return edge.snapshot().settings();
    }

    /// Client connections now.
    public int connections() {
        return census.count();
    }

    /// Reads the configuration again, checks it and swaps it in; on any fault the old one stays.
    /// Running exchanges keep theirs. One at a time.
    public synchronized Reload.Result reload() {
        return switch (source.get()) {
            case ConfigFile.Reading.Faulty(List<Fault> faults) ->
                    refused(faults.stream().map(Fault::toString).toList());
            case ConfigFile.Reading.Loaded loaded -> {
                loaded.warnings().forEach(warning -> messages.accept(warning.toString()));
                yield swap(loaded);
            }
        };
    }

    private Reload.Result swap(ConfigFile.Reading.Loaded loaded) {
        Settings settings = loaded.settings();
        Snapshot before = edge.snapshot();
        try {
            recorder.apply(settings);
            listeners.apply(settings);
        } catch (BindFailure | IOException failure) {
            keep(before.settings());
            return refused(List.of(String.valueOf(failure.getMessage())));
        }
        names.apply(settings.resolver());
        edge.snapshot(snapshot(loaded, before.generation() + 1));
        gauges.update();
        recorder.metrics().reloaded();
        if (!before.settings().runtime().equals(settings.runtime())
                || !before.settings().admin().equals(settings.admin())) {
            messages.accept("runtime and admin settings change with a restart only");
        }
        return new Reload.Result.Applied();
    }

    /// Takes the log back to where it was.
    private void keep(Settings before) {
        try {
            recorder.apply(before);
        } catch (IOException gone) {
            messages.accept("cannot write the access log: " + gone.getMessage());
        }
    }

    private Reload.Result refused(List<String> faults) {
        recorder.metrics().reloadRefused();
        return new Reload.Result.Refused(faults);
    }

    /// Accepts no more, lets running exchanges end for that long, then closes what is left. Returns
    /// when all is closed.
    public void drain(Duration limit) {
        edge.drain();
        listeners.close();
        for (Loop loop : loops.all()) loop.executor().execute(() -> census.drain(loop));
        census.awaitEmpty(limit);
        close();
    }

    /// Closes everything at once.
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        edge.drain();
        listeners.close();
        for (Loop loop : loops.all()) loop.executor().execute(() -> census.closeAll(loop));
        census.awaitEmpty(Duration.ofSeconds(2));
        if (admin != null) admin.close();
        release();
    }

    private void release() {
        memory.close();
        names.close();
        loops.close();
        recorder.close();
    }
}
