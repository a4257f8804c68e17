package dev.goodgate.gateway.upstream;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.dns.Answer;
import dev.goodgate.gateway.loop.Deadline;
import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.gateway.loop.Vigilance;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One try to open a connection to one endpoint, for which a permit is already held: name to
/// addresses, the policy on addresses, TCP. Where a name has several addresses and the first does
/// not answer within 250 ms, the next is tried beside it and the first to answer wins (RFC 8305
/// section 5). Lives on one loop; ends in exactly one call of its caller, or none after [#cancel].
final class Dial implements Deadline.Expiry {
    private static final long BESIDE = TimeUnit.MILLISECONDS.toNanos(250);

    private final Loop loop;
    private final Upstream upstream;
    private final Endpoint endpoint;
    private final Caller caller;
    private final List<InetAddress> tried;
    private final List<InetAddress> candidates = new ArrayList<>(2);
    private final Deadline beside;
    private int flying;
    private boolean over;
    private boolean cancelled;
    private @Nullable Refusal first;

    /// Who asked.
    interface Caller {
        /// Connected. `stale` is why an old DNS answer had to serve, null when it did not.
        void connected(UpstreamConnection connection, @Nullable Symptom stale);

        /// It could not be. The permit has been given back; `address` is null when none was
        /// dialled.
        void refused(Refusal refusal, @Nullable InetAddress address);
    }

    /// `tried` are addresses this exchange has failed at already.
    Dial(Loop loop, Upstream upstream, Endpoint endpoint, List<InetAddress> tried, Caller caller) {
        this.loop = loop;
        this.upstream = upstream;
        this.endpoint = endpoint;
        this.tried = tried;
        this.caller = caller;
        this.beside = new Deadline(loop.deadlines(), this);
    }

    void start() {
        switch (endpoint.target()) {
            case Target.Unix(String path) -> connect(unix(path), endpoint.label(), null, null);
            case Target.Tcp _ -> {
                var name =
                        java.util.Objects.requireNonNull(
                                endpoint.name(), "name: none (expected: one for TCP)");
                name.lookup(loop.executor(), upstream.settings().resolve(), this::resolved);
            }
        }
    }

    /// The caller is gone: a connection that still comes goes to the idle ones.
    void cancel() {
        cancelled = true;
        beside.remove();
    }

    private SocketAddress unix(String path) {
        return loop.transport().isNative()
                ? new DomainSocketAddress(path)
                : UnixDomainSocketAddress.of(path);
    }

    private void resolved(Answer answer) {
        switch (answer) {
            case Answer.Failed failed -> fail(unresolved(failed), null);
            case Answer.Addresses known -> {
                Symptom stale = known.staleBecause().orElse(null);
                for (InetAddress each : known.addresses()) {
                    if (!upstream.denied().contains(each)) candidates.add(each);
                }
                if (candidates.isEmpty()) {
                    fail(prohibited(known), null);
                    return;
                }
                if (!tried.containsAll(candidates)) candidates.removeAll(tried);
                next(stale);
            }
        }
    }

    private void next(@Nullable Symptom stale) {
        InetAddress address = candidates.removeFirst();
        Target.Tcp target = (Target.Tcp) endpoint.target();
        InetSocketAddress place = new InetSocketAddress(address, target.port());
        String host = address.getHostAddress();
        String label =
                host.indexOf(':') >= 0
                        ? "[" + host + "]:" + target.port()
                        : host + ":" + target.port();
        if (!candidates.isEmpty()) beside.set(loop.nanos(), BESIDE);
        connect(place, label, address, stale);
    }

    @Override
    public void expired(long now) {
        if (!over && !cancelled && flying == 1 && !candidates.isEmpty() && endpoint.acquire())
            next(null);
    }

    private void connect(
            SocketAddress place,
            String label,
            @Nullable InetAddress address,
            @Nullable Symptom stale) {
        Allowance allowance = upstream.live().allowance();
        if (!allowance.take(loop)) {
            failed(ConnectErrors.noDescriptor(label), address);
            return;
        }
        flying++;
        UpstreamConnection connection =
                new UpstreamConnection(loop, upstream.live(), endpoint, label);
        bootstrap(address == null)
                .handler(connection)
                .connect(place)
                .addListener((ChannelFuture done) -> {
                    flying--;
                    if (done.isSuccess()) arrived(connection, done.channel(), address, stale);
                    else {
                        allowance.give();
                        failed(
                                ConnectErrors.refusal(done.cause(), endpoint.target(), label),
                                address);
                    }
                });
    }

    private Bootstrap bootstrap(boolean unix) {
        long connect = upstream.settings().connect().toMillis();
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(loop.executor())
                        .channel(unix ? loop.transport().unix() : loop.transport().tcp())
                        .option(ChannelOption.AUTO_READ, false)
                        .option(ChannelOption.AUTO_CLOSE, false)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connect);
        if (unix) return bootstrap;
        bootstrap.option(ChannelOption.TCP_NODELAY, true).option(ChannelOption.SO_KEEPALIVE, true);
        Vigilance vigilance = loop.transport().vigilance();
        if (vigilance != null) {
            int unacknowledged = (int) upstream.settings().unacknowledged().toMillis();
            vigilance.options(unacknowledged).forEach(bootstrap::option);
        }
        return bootstrap;
    }

    private void arrived(
            UpstreamConnection connection,
            Channel channel,
            @Nullable InetAddress address,
            @Nullable Symptom stale) {
        if (address != null && channel.localAddress().equals(channel.remoteAddress())) {
            connection.abort();
            String details = "ECONNREFUSED: the connection met itself, nothing listens there";
            // The permit goes back when the channel has closed.
            refuse(
                    ConnectErrors.of(
                            Symptom.CONNECT_REFUSED, details, "ECONNREFUSED", connection.address()),
                    address);
            return;
        }
        if (over || cancelled) {
            connection.idle(upstream.settings().idle().toNanos());
            return;
        }
        over = true;
        beside.remove();
        if (address != null && endpoint.name() != null) endpoint.name().worked(address);
        caller.connected(connection, stale);
    }

    private void failed(Refusal refusal, @Nullable InetAddress address) {
        giveBack();
        if (!over && !cancelled) refuse(refusal, address);
    }

    /// Who waits for the permit hears of it after our caller, and not within its call: each of a
    /// whole queue may fail at once.
    private void giveBack() {
        endpoint.release();
        loop.executor().execute(() -> upstream.live().freed(loop));
    }

    private void refuse(Refusal refusal, @Nullable InetAddress address) {
        if (address != null && endpoint.name() != null) endpoint.name().reResolve();
        if (flying > 0) {
            first = refusal;
            return;
        }
        over = true;
        beside.remove();
        caller.refused(first == null ? refusal : first, address);
    }

    private void fail(Refusal refusal, @Nullable InetAddress address) {
        giveBack();
        if (cancelled) return;
        over = true;
        caller.refused(refusal, address);
    }

    private Refusal unresolved(Answer.Failed failed) {
        String name = ((Target.Tcp) endpoint.target()).host();
        Map<String, Object> parameters =
                failed.symptom().errorType() == dev.goodgate.diagnosis.ErrorType.DNS_ERROR
                                && !failed.rcode().isEmpty()
                        ? Map.of("rcode", failed.rcode())
                        : Map.of();
        Evidence.DnsAnswer answer =
                new Evidence.DnsAnswer(
                        name, failed.rcode(), List.of(), Evidence.DnsAnswer.Source.FRESH);
        return new Refusal(
                failed.symptom(),
                Phase.RESOLVE,
                failed.details(),
                parameters,
                List.of(answer),
                endpoint.label(),
                true);
    }

    private Refusal prohibited(Answer.Addresses known) {
        String name = ((Target.Tcp) endpoint.target()).host();
        List<String> texts = known.addresses().stream().map(InetAddress::getHostAddress).toList();
        Evidence.DnsAnswer answer =
                new Evidence.DnsAnswer(name, "NOERROR", texts, Evidence.DnsAnswer.Source.FRESH);
        return new Refusal(
                Symptom.CONNECT_PROHIBITED,
                Phase.CONNECT,
                "every address of the name is in destinations.deny",
                Map.of(),
                List.of(answer),
                endpoint.label(),
                true);
    }
}
