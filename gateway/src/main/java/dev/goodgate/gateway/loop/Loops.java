package dev.goodgate.gateway.loop;

import dev.goodgate.gateway.config.RuntimeSettings;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// All event loops of the process.
public final class Loops implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup group;
    private final List<Loop> all;

    private Loops(MultiThreadIoEventLoopGroup group, List<Loop> all) {
        this.group = group;
        this.all = List.copyOf(all);
    }

    /// Starts as many as configured, one a processor by default.
    public static Loops start(
            RuntimeSettings settings,
            LongSupplier nanos,
            LongSupplier millis,
            RandomGenerator seeds) {
        int count =
                settings.loops() > 0
                        ? settings.loops()
                        : Runtime.getRuntime().availableProcessors();
        Transport transport = Transport.of(settings.transport());
        MultiThreadIoEventLoopGroup group =
                new MultiThreadIoEventLoopGroup(
                        count, new DefaultThreadFactory("loop", true), transport.handlers());
        List<Loop> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventLoop executor = group.next();
            all.add(
                    new Loop(
                            i,
                            executor,
                            transport,
                            nanos,
                            millis,
                            new SplittableRandom(seeds.nextLong())));
        }
        return new Loops(group, all);
    }

    /// The loops in order.
    public List<Loop> all() {
        return all;
    }

    /// The one that also does what happens once a process.
    public Loop first() {
        return all.getFirst();
    }

    /// Stops them; what still runs on them is cut.
    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3000);
    }
}
