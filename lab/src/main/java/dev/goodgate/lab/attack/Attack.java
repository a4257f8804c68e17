package dev.goodgate.lab.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Sends every line of an attack file through a gateway, split in every way that was agreed, and
/// judges what client and upstream saw.
///
/// Each client connection comes from a loopback address of its own, which the gateway tells the
/// upstream in X-Forwarded-For: so each upstream request finds its line, although 64 run at once. A
/// line is right only if every cut of it is; after the first wrong one the others are left out.
public final class Attack {
    private static final long SETTLE = TimeUnit.SECONDS.toNanos(3);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int HONEST_TRIES = 20;
    private static final int FEW = 4;

    private final List<LineRun> runs = new ArrayList<>();
    private final Options options;
    private final LongSupplier nanos;
    private final Ledger ledger = new Ledger();
    private final Addresses addresses;
    private final long end;

    /// The gateway to attack.
    public sealed interface Target {

        /// One that runs already, on a loopback address, and whose upstream is at `upstream`.
        record Foreign(InetSocketAddress proxy, InetSocketAddress upstream) implements Target {}

        /// Our own, started for the run.
        record Ours(Starter starter) implements Target {}
    }

    /// Starts our own gateway with the harness's configuration and that upstream.
    public interface Starter {
        Running start(InetSocketAddress upstream) throws IOException;
    }

    /// A gateway that runs until closed.
    public interface Running extends AutoCloseable {
        /// Where it listens.
        InetSocketAddress address();

        /// Its process, when it has one of its own; then its file descriptors are counted.
        OptionalLong pid();

        @Override
        void close() throws IOException;
    }

    /// Connections at once, time for everything, and cuts in two for each line.
    public record Options(int atOnce, Duration within, int cuts) {
        /// 64 at once, 180 seconds, 32 cuts.
        public static Options usual() {
            return new Options(64, Duration.ofSeconds(170), 32);
        }
    }

    private Attack(List<AttackLine> lines, Options options, LongSupplier nanos) {
        this.options = options;
        this.nanos = nanos;
        this.addresses = Addresses.besides(lines);
        this.end = nanos.getAsLong() + options.within().toNanos();
        for (AttackLine line : lines) runs.add(new LineRun(line, options.cuts()));
    }

    /// Runs the whole file.
    ///
    /// @throws IOException when the file cannot be read, the upstream's address is taken, or no
    ///   ordinary request gets through the gateway
    public static Report run(Path file, Target target, Options options, LongSupplier nanos)
            throws IOException {
        Attack attack = new Attack(AttackLine.read(file), options, nanos);
        InetSocketAddress upstream =
                switch (target) {
                    case Target.Foreign(_, var address) -> address;
                    case Target.Ours _ ->
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
                };
        try (EchoUpstream echo = EchoUpstream.start(upstream, attack.ledger)) {
            return switch (target) {
                case Target.Foreign(var proxy, _) -> attack.against(proxy, OptionalLong.empty());
                case Target.Ours(var starter) -> {
                    try (Running running = starter.start(echo.address())) {
                        yield attack.against(running.address(), running.pid());
                    }
                }
            };
        }
    }

    private Report against(InetSocketAddress gateway, OptionalLong pid) throws IOException {
        Client client = new Client(gateway, nanos);
        if (!honest(client)) {
            throw new IOException(
                    gateway
                            + ": an ordinary request got no 200 within 100 ms"
                            + " (expected: the harness's configuration, see examples)");
        }
        Descriptors descriptors = new Descriptors(pid);
        boolean alone = !ledger.strays().isEmpty();
        all(client, alone);
        settle(() -> runs.stream().noneMatch(LineRun::begun));
        settle(descriptors::back);
        List<String> faults = new ArrayList<>(descriptors.faults());
        if (alone) faults.add("the gateway does not tell its client's address: one at a time");
        else ledger.strays().forEach(faults::add);
        return new Report(runs.stream().map(LineRun::result).toList(), faults);
    }

    /// Without the client's address from the gateway, one connection at a time is all that can be
    /// told apart, and there is time for few cuts.
    private void all(Client client, boolean alone) {
        int cuts = alone ? Math.min(FEW, options.cuts()) : options.cuts();
        Semaphore places = new Semaphore(alone ? 1 : options.atOnce());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int cut = 0; cut < cuts + 2; cut++) {
                for (LineRun run : runs) {
                    run.most(cuts);
                    if (!run.wants(cut)) continue;
                    int index = cut;
                    places.acquireUninterruptibly();
                    threads.execute(() -> within(places, () -> send(client, run, alone, index)));
                }
            }
        }
    }

    private void within(Semaphore places, Runnable work) {
        try {
            if (nanos.getAsLong() - end < 0) work.run();
        } finally {
            places.release();
        }
    }

    private void send(Client client, LineRun run, boolean alone, int cut) {
        if (!run.wants(cut)) return;
        InetAddress from = addresses.next();
        Ledger.Lane lane = ledger.open(from.getHostAddress());
        if (alone) ledger.only(lane);
        run.saw(client.send(run.line(), run.cut(cut), from), lane);
        if (cut == 0 && !honest(client)) run.fault("U6: the next ordinary request failed");
    }

    /// A busy machine is late now and then; a gateway that is stuck is late each time.
    private boolean honest(Client client) {
        for (int i = 0; i < HONEST_TRIES; i++) {
            InetAddress from = addresses.next();
            Ledger.Lane lane = ledger.open(from.getHostAddress());
            if (ledger.alone()) ledger.only(lane);
            if (client.honest(from, "good.test")) return true;
            LockSupport.parkNanos(i * POLL);
        }
        return false;
    }

    private void settle(java.util.function.BooleanSupplier done) {
        long until = nanos.getAsLong() + SETTLE;
        while (!done.getAsBoolean() && nanos.getAsLong() - until < 0) LockSupport.parkNanos(POLL);
    }
}
