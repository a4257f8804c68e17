package dev.goodgate.logs.rule;

import java.util.List;

/// The catalogue of rules. A new one is a class beside this one, its text, and a line here. They
/// speak in this order: those that raise before those that lower.
public final class Rules {
    /// All of them.
    public static final List<Rule> ALL =
            List.of(
                    new BackingService(),
                    new Ipv6Loopback(),
                    new DeniedDial(),
                    new NoEndpointsBehindIngress(),
                    new RoundDuration(),
                    new DefaultPortInContainer(),
                    new FirstConnections(),
                    new ListensElsewhere(),
                    new StartingUp(),
                    new ProxyLoop(),
                    new FastCgiPort(),
                    new OneOfPool(),
                    new UsedAgain(),
                    new NotRepeated(),
                    new NewConnection(),
                    new SlowFailure(),
                    new DependencyFirst(),
                    new CheckNamesReason(),
                    new LoopbackInContainer());

    private Rules() {}
}
