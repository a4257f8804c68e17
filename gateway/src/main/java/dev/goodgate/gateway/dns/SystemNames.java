package dev.goodgate.gateway.dns;

import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the machine itself says about names: `resolv.conf` and `hosts`, in the folder handed in. A
/// file that is missing or unreadable says nothing. Read at start and on each reload, never on the
/// path of a request.
final class SystemNames {
    private static final int PORT = 53;

    private SystemNames() {}

    /// Name servers in the order to try, and how short names are completed.
    record Servers(List<InetSocketAddress> addresses, List<String> search, int ndots) {
        Servers {
            addresses = List.copyOf(addresses);
            search = List.copyOf(search);
        }

        /// The names to ask for `host`, in wire form and in order; none when it is no name.
        List<String> candidates(String host) {
            List<String> all = new ArrayList<>();
            boolean absolute = host.endsWith(".");
            boolean asGivenFirst = absolute || host.chars().filter(c -> c == '.').count() >= ndots;
            if (asGivenFirst) all.add(Message.wire(host));
            if (!absolute) search.forEach(domain -> all.add(Message.wire(host + "." + domain)));
            if (!asGivenFirst) all.add(Message.wire(host));
            all.removeIf(String::isEmpty);
            return all;
        }
    }

    /// The servers configured, or those of `resolv.conf` where none are. An entry that is no
    /// address is left out.
    static Servers servers(List<String> configured, Path folder) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String server : configured) {
            InetSocketAddress address = server(server);
            if (address != null) addresses.add(address);
        }
        return configured.isEmpty()
                ? resolvConf(lines(folder.resolve("resolv.conf")))
                : new Servers(addresses, List.of(), 1);
    }

    private static Servers resolvConf(List<String> lines) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        List<String> search = List.of();
        int ndots = 1;
        for (String line : lines) {
            List<String> words = words(line);
            if (words.size() < 2) continue;
            List<String> rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "nameserver" -> {
                    InetAddress address = literal(rest.getFirst());
                    if (address != null) addresses.add(new InetSocketAddress(address, PORT));
                }
                case "search", "domain" -> search = List.copyOf(rest);
                case "options" -> ndots = ndots(rest, ndots);
                default -> {}
            }
        }
        return new Servers(addresses, search, ndots);
    }

    private static int ndots(List<String> options, int otherwise) {
        for (String option : options) {
            if (option.matches("ndots:[0-9]{1,2}")) return Integer.parseInt(option.substring(6));
        }
        return otherwise;
    }

    /// Names in lower case and their addresses, IPv4 and IPv6 as listed.
    static Map<String, List<InetAddress>> hosts(Path folder) {
        Map<String, List<InetAddress>> hosts = new HashMap<>();
        for (String line : lines(folder.resolve("hosts"))) {
            List<String> words = words(line);
            InetAddress address = words.isEmpty() ? null : literal(words.getFirst());
            if (address == null) continue;
            for (String name : words.subList(1, words.size())) {
                List<InetAddress> of =
                        hosts.computeIfAbsent(
                                name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>());
                if (!of.contains(address)) of.add(address);
            }
        }
        return hosts;
    }

    /// The address an IP literal means (brackets around IPv6 allowed), null for anything else.
    static @Nullable InetAddress literal(String text) {
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return octets == null ? null : InetAddress.getByAddress(octets);
        } catch (UnknownHostException _) {
            return null;
        }
    }

    private static @Nullable InetSocketAddress server(String text) {
        InetAddress whole = literal(text);
        if (whole != null) return new InetSocketAddress(whole, PORT);
        int colon = text.lastIndexOf(':');
        InetAddress address = colon < 0 ? null : literal(text.substring(0, colon));
        String port = text.substring(colon + 1);
        if (address == null || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            return null;
        }
        return new InetSocketAddress(address, Integer.parseInt(port));
    }

    private static List<String> words(String line) {
        String bare = line.replaceFirst("[#;].*", "").strip();
        return bare.isEmpty() ? List.of() : List.of(bare.split("\\s+"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException _) {
            return List.of();
        }
    }
}
