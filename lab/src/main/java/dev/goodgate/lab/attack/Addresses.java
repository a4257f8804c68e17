package dev.goodgate.lab.attack;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Loopback addresses that are in no line, each handed out once. Any thread may call.
final class Addresses {
    private static final int FIRST = 16;
    private static final int LAST = 250;
    private static final int HOSTS = 250;

    private final List<Integer> nets;
    private final AtomicInteger given = new AtomicInteger();

    private Addresses(List<Integer> nets) {
        this.nets = nets;
    }

    static Addresses besides(List<AttackLine> lines) {
        List<Integer> nets =
                java.util.stream.IntStream.range(FIRST, LAST)
                        .filter(n ->
                                lines.stream()
                                        .noneMatch(l -> l.octets().contains("127." + n + ".")))
                        .boxed()
                        .toList();
        return new Addresses(nets);
    }

    InetAddress next() {
        int number = given.getAndIncrement();
        int net = nets.get(number / (HOSTS * HOSTS) % nets.size());
        int third = number / HOSTS % HOSTS;
        return InetAddress.ofLiteral("127." + net + "." + third + "." + (1 + number % HOSTS));
    }
}
