package dev.goodgate.gateway.loop;

import dev.goodgate.gateway.config.RuntimeSettings;
import dev.goodgate.gateway.record.Clocks;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// All event loops of the process.
public final class Loops implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup group;
    private final List<Loop> all;

    private Loops(MultiThreadIoEventLoopGroup group, List<Loop> all) {
        this.group = group;
        this.all = List.copyOf(all);
    }

    /// Starts as many as configured, one a processor by default. What is thrown on them and should
    /// not be goes to `bugs` and ends one connection, never a loop.
    public static Loops start(RuntimeSettings settings, Clocks clocks, Consumer<Throwable> bugs) {
        int count =
                settings.loops() > 0
                        ? settings.loops()
                        : Runtime.getRuntime().availableProcessors();
        Transport transport = Transport.of(settings.transport());
        MultiThreadIoEventLoopGroup group =
                new MultiThreadIoEventLoopGroup(
                        count,
                        new DefaultThreadFactory("loop", true),
                        Bulkhead.around(transport.handlers(), bugs));
        List<Loop> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventLoop executor = group.next();
            all.add(
                    new Loop(
                            i,
                            executor,
                            transport,
                            clocks.nanos(),
                            clocks.epochMillis(),
                            new SplittableRandom(clocks.random().nextLong())));
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
