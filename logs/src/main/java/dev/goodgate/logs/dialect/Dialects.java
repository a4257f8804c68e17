package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The catalogue of formats. A new one is a class beside this one and a line here; the more
/// specific stand before the more general.
public final class Dialects {
    /// All of them.
    public static final List<Dialect> ALL =
            List.of(
                    // Of one server, or of a shape that none other has.
                    new NginxError(),
                    new ApacheError(),
                    new PhpFpm(),
                    new PhpError(),
                    new EnvoyAccess(),
                    new GoodgateLog(),
                    new CloudflareLogpush(),
                    new Caddy(),
                    new TraefikAccess(),
                    new Cloudflared(),
                    new TraefikLog(),
                    new AlbAccess(),
                    new CloudFront(),
                    new HttpErr(),
                    new IisW3c(),
                    new HerokuRouter(),
                    new KubernetesEvent(),
                    new DockerEvent(),
                    new AuditLog(),
                    new KernelLog(),
                    new Systemd(),
                    new HaproxyHttp(),
                    new HaproxyTcp(),
                    new HaproxyEvent(),
                    new AppAccess(),
                    new SquidAccess(),
                    new TrafficServer(),
                    new Varnish(),
                    new ApacheAccess(),
                    new NginxAccess(),
                    // Of application servers and databases.
                    Prefixed.GUNICORN,
                    Prefixed.PASSENGER,
                    Prefixed.RUBY,
                    Prefixed.JAVA,
                    Prefixed.PYTHON,
                    Prefixed.UWSGI,
                    Prefixed.MYSQL,
                    Prefixed.POSTGRESQL,
                    Prefixed.REDIS,
                    Prefixed.GO,
                    new NodeLog(),
                    // Of anything.
                    new NginxJson(),
                    new NginxPairs(),
                    new NginxCustom(),
                    new JsonLog(),
                    new Logfmt(),
                    new GoText(),
                    Prefixed.PLAIN);

    /// Those that write the common log format or begin like it: most lines of access logs are one
    /// of theirs, and need not be shown to all.
    private static final Set<String> COMMON =
            Set.of(
                    "goodgate",
                    "traefik-access",
                    "haproxy-http",
                    "squid-access",
                    "trafficserver",
                    "varnish",
                    "apache-access",
                    "nginx-access");

    /// The catalogue as it is.
    public static final Dialects KNOWN = new Dialects(ALL);

    private final List<Dialect> dialects;
    private final List<Dialect> common;

    private Dialects(List<Dialect> dialects) {
        this.dialects = dialects;
        common = dialects.stream().filter(one -> !ALL.contains(one) || isCommon(one)).toList();
    }

    private static boolean isCommon(Dialect dialect) {
        return COMMON.contains(dialect.id());
    }

    /// That format before all others, as the user names it.
    public static Dialects preferring(Dialect first) {
        return new Dialects(Stream.concat(Stream.of(first), ALL.stream()).toList());
    }

    /// What the line says by the first dialect that knows its form.
    public Optional<Entry> read(Line line, Clock clock) {
        if (Clf.begins(line.text())) {
            Optional<Entry> entry = first(common, line, clock);
            if (entry.isPresent()) return entry;
        }
        return first(dialects, line, clock);
    }

    /// By the first of those that knows its form.
    static Optional<Entry> first(List<Dialect> dialects, Line line, Clock clock) {
        for (Dialect dialect : dialects) {
            Optional<Entry> entry = dialect.read(line, clock);
            if (entry.isPresent()) return entry;
        }
        return Optional.empty();
    }
}
