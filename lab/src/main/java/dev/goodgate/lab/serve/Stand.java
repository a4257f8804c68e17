package dev.goodgate.lab.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The upstream side of one probe while the lab runs: what arrived, the signals that steer it, and
/// its process where it has one.
public final class Stand implements AutoCloseable {
    private final Place place;
    private final Ledger ledger = new Ledger();
    private final Signals signals;
    private final NameServer names;
    private final List<AutoCloseable> held = new ArrayList<>();
    private final List<TcpStage> stages = new ArrayList<>();
    private @Nullable Mortal mortal;

    Stand(Place place, Signals signals, NameServer names) {
        this.place = place;
        this.signals = signals;
        this.names = names;
    }

    /// Where it is.
    public Place place() {
        return place;
    }

    /// What arrived.
    public Ledger ledger() {
        return ledger;
    }

    /// The signals between driver and upstream.
    public Signals signals() {
        return signals;
    }

    /// Queries of type A for this probe's name so far.
    public int queries() {
        return names.queries(Plan.name(place.probe()));
    }

    /// The process that plays its fault. Throws IllegalStateException when it has none.
    public Mortal mortal() {
        if (mortal == null) {
            throw new IllegalStateException(place.probe().id() + " has no process of its own");
        }
        return mortal;
    }

    /// Stops listening on one address and ends its connections.
    public void stop(String address) throws IOException {
        for (TcpStage stage : stages) {
            if (stage.address().equals(InetAddress.ofLiteral(address))) {
                stage.close();
            }
        }
    }

    /// Ends all listeners and connections, then listens again: a restart.
    public void restart() throws IOException {
        List<TcpStage> ended = List.copyOf(stages);
        stages.clear();
        for (TcpStage stage : ended) {
            stage.close();
            stage(stage.again());
        }
    }

    void hold(AutoCloseable resource) {
        held.add(resource);
    }

    void stage(TcpStage stage) {
        stages.add(stage);
        held.add(stage);
    }

    void mortal(Mortal process) {
        mortal = process;
        held.add(process);
    }

    @Override
    public void close() {
        signals.close();
        for (AutoCloseable resource : held.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                // ending the lab: what can't be closed ends with the process
            }
        }
    }
}
