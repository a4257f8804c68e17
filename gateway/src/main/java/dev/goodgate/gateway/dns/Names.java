package dev.goodgate.gateway.dns;

import dev.goodgate.gateway.config.ResolverSettings;
import java.net.IDN;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The process's resolver: every upstream name once, shared by all loops and kept over reloads.
///
/// IP literals, `localhost` with everything below it (RFC 6761 section 6.3: 127.0.0.1, then ::1)
/// and names in the hosts file never ask the network. Any thread may call; the state lives on one
/// loop, questions cost other loops nothing. Files are read in [#start] and [#apply] only. Never
/// throws because of the network: what goes wrong is an [Answer.Failed].
public final class Names implements AutoCloseable {
    private static final Path SYSTEM = Path.of("/etc");

    private final Sockets sockets;
    private final LongSupplier nanos;
    private final Path folder;
    private final Map<String, Name> names = new ConcurrentHashMap<>();
    private volatile Source source;

    /// What answers are made from; replaced as a whole by a reload.
    record Source(
            ResolverSettings settings,
            SystemNames.Servers servers,
            Map<String, List<InetAddress>> hosts) {

        static Source read(ResolverSettings settings, Path folder) {
            return new Source(
                    settings,
                    SystemNames.servers(settings.servers(), folder),
                    SystemNames.hosts(folder));
        }

        /// The addresses known without asking anybody, null when somebody must be asked.
        @Nullable List<InetAddress> fixed(String host) {
            InetAddress literal = SystemNames.literal(host);
            if (literal != null) return List.of(literal);
            String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            if (bare.equals("localhost") || bare.endsWith(".localhost")) {
                return List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
            }
            return hosts.get(bare);
        }
    }

    private Names(ResolverSettings settings, Sockets sockets, LongSupplier nanos, Path folder) {
        this.sockets = sockets;
        this.nanos = nanos;
        this.folder = folder;
        this.source = Source.read(settings, folder);
    }

    /// Starts with the settings given; `nanos` tells the time as `System.nanoTime()` does. Asks
    /// nobody until a name is looked up.
    public static Names start(ResolverSettings settings, Sockets sockets, LongSupplier nanos) {
        return start(settings, sockets, nanos, SYSTEM);
    }

    static Names start(
            ResolverSettings settings, Sockets sockets, LongSupplier nanos, Path folder) {
        return new Names(settings, sockets, nanos, folder);
    }

    /// The one object for a host name or IP literal (brackets around IPv6 allowed), the same for
    /// every call until [#retain] drops it.
    public Name name(String host) {
        return names.computeIfAbsent(
                ascii(host), ascii -> new Name(ascii, sockets, nanos, this::source));
    }

    /// Takes new settings and reads the system's files again. What is known stays known.
    public void apply(ResolverSettings settings) {
        source = Source.read(settings, folder);
        names.values().forEach(Name::sourceChanged);
    }

    /// Forgets every name but those of the configuration in force. A name handed out earlier goes
    /// on working for whoever still holds it.
    public void retain(Set<String> hosts) {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        hosts.forEach(host -> kept.add(ascii(host)));
        names.keySet().retainAll(kept);
    }

    /// Ends questions under way; nobody waiting on them is told.
    @Override
    public void close() {
        names.values().forEach(Name::close);
        names.clear();
    }

    private Source source() {
        return source;
    }

    /// Lower case, the ASCII form of an internationalised name, as given where there is none.
    private static String ascii(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 128)) return lower;
        try {
            return IDN.toASCII(lower).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return lower;
        }
    }
}
