package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.Cores;
import dev.goodgate.bench.run.Gateway;
import dev.goodgate.bench.run.OpenLoop;
import dev.goodgate.bench.run.Wrk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What a figure is measured with.
///
/// @param root the checkout
/// @param gateway whom it is about: goodgate, or nginx to try the script itself
record Tools(Path root, Gateway gateway, LongSupplier nanoTime, Consumer<String> progress) {

    /// A bed whose processes may use every core.
    Bed bed() {
        return new Bed(Bed.Project.ofProperties(), Cores.ANY);
    }

    /// Starts the gateway with one of `bench/configs`.
    Bed.Running start(Bed bed, String configuration, Map<String, String> further) {
        return bed.start(gateway, template(configuration), further);
    }

    Path template(String configuration) {
        String file =
                switch (gateway) {
                    case GOODGATE -> configuration + ".yaml";
                    case NGINX, HAPROXY -> "plain.nginx.conf";
                };
        return root.resolve("bench/configs").resolve(file);
    }

    OpenLoop openLoop() {
        return new OpenLoop(nanoTime);
    }

    Wrk wrk() {
        return new Wrk(root.resolve("bench/peers/wrk.lua"), -1);
    }

    /// Milliseconds since this moment of the clock.
    double millisSince(long nanos) {
        return Math.round((nanoTime.getAsLong() - nanos) / 1e4) / 100.0;
    }

    /// Lets the time pass.
    void pause(Duration length) {
        long end = nanoTime.getAsLong() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - nanoTime.getAsLong()) {
            LockSupport.parkNanos(left);
        }
    }
}
