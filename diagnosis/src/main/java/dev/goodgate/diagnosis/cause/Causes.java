package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import java.util.List;

/// The catalogue of causes. A new one is a class beside this one, its texts in `causes.properties`
/// and a line here. On equal confidence the earlier one ranks higher.
public final class Causes {
    /// All of them.
    public static final List<Cause> ALL =
            List.of(
                    new UnixSocketMissing(),
                    new UnixSocketPermission(),
                    new SelinuxDenied(),
                    new Ipv6LocalhostMismatch(),
                    new UpstreamNotListening(),
                    new DnsStaleAddress(),
                    new WrongUpstreamPort(),
                    new WrongUpstreamHost(),
                    new UpstreamNotReady(),
                    new UpstreamStartupFailed(),
                    new UpstreamRestarting(),
                    new BacklogFull(),
                    new ConnectTimeoutFirewall(),
                    new NoRouteNetwork(),
                    new ConnectTimeoutTooShort(),
                    new DnsNotFound(),
                    new DnsResolverMissing(),
                    new KeepaliveRace(),
                    new UpstreamWorkerTimeout(),
                    new UpstreamCrashed(),
                    new UpstreamClosedEarly(),
                    new UpstreamOomKilled(),
                    new AppMemoryExhausted(),
                    new UpstreamReadTimeout(),
                    new OriginOverloaded(),
                    new DbPoolExhausted(),
                    new DatabaseDown(),
                    new ProtocolMismatch(),
                    new TlsHandshakeFailed(),
                    new TlsCertificateInvalid(),
                    new ResponseHeaderTooBig(),
                    new InvalidResponseHeader(),
                    new InvalidFraming(),
                    new ConnectionLimit(),
                    new NoHealthyUpstream(),
                    new EphemeralPortsExhausted(),
                    new FileDescriptorsExhausted(),
                    new DiskFull(),
                    new LoopDetected(),
                    new OriginMaintenance(),
                    new ProxyMisconfig(),
                    new AppException(),
                    new ClientAborted(),
                    new RequestHeaderTooBig(),
                    new RequestBodyTooBig(),
                    new RateLimited(),
                    new WafOrFirewallBlock(),
                    new UrlMistyped(),
                    new VisitorProxy(),
                    new CaptivePortal(),
                    new VisitorBlocked(),
                    new GoodgateSelf());

    private Causes() {}
}
