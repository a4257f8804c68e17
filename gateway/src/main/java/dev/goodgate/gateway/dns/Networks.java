package dev.goodgate.gateway.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// A set of networks in CIDR notation. Immutable; asking allocates nothing beyond the copy of the
/// address that the JDK makes. An IPv4-mapped IPv6 address counts as its IPv4 address.
public final class Networks {
    private static final int BITS4 = 32;
    private static final int BITS6 = 128;

    private final List<Network> all;

    private record Network(long high, long low, int bits, boolean four) {}

    private Networks(List<Network> all) {
        this.all = List.copyOf(all);
    }

    /// The networks of texts such as `10.0.0.0/8`, `fe80::/10` or a single address.
    ///
    /// @throws IllegalArgumentException naming the text that is none; call [#valid] before
    public static Networks of(List<String> texts) {
        List<Network> all = new ArrayList<>(texts.size());
        for (String text : texts) all.add(network(text));
        return new Networks(all);
    }

    /// Whether a text is an address or a network.
    public static boolean valid(String text) {
        int slash = text.indexOf('/');
        InetAddress address = SystemNames.literal(slash < 0 ? text : text.substring(0, slash));
        if (address == null || slash < 0) return address != null;
        String bits = text.substring(slash + 1);
        return bits.matches("[0-9]{1,3}")
                && Integer.parseInt(bits) <= address.getAddress().length * 8;
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Whether one of the networks holds the address.
    public boolean contains(InetAddress address) {
        if (all.isEmpty()) return false;
        byte[] octets = address.getAddress();
        boolean four = octets.length == 4 || mapped(octets);
        long high = four ? bits(octets, octets.length - 4, 4) << BITS4 : bits(octets, 0, 8);
        long low = four ? 0 : bits(octets, 8, 8);
        for (int i = 0; i < all.size(); i++) {
            Network network = all.get(i);
            if (network.four() == four && within(network, high, low)) return true;
        }
        return false;
    }

    private static boolean within(Network network, long high, long low) {
        return ((network.high() ^ high) & mask(network.bits())) == 0
                && ((network.low() ^ low) & mask(network.bits() - 64)) == 0;
    }

    private static long mask(int bits) {
        if (bits <= 0) return 0;
        return bits >= 64 ? -1L : -1L << (64 - bits);
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        InetAddress address = SystemNames.literal(slash < 0 ? text : text.substring(0, slash));
        if (address == null || !valid(text)) {
            throw new IllegalArgumentException(
                    text + " (expected: a network such as 10.0.0.0/8 or fe80::/10)");
        }
        byte[] octets = address.getAddress();
        boolean six = octets.length == 16;
        int bits = slash < 0 ? (six ? BITS6 : BITS4) : Integer.parseInt(text.substring(slash + 1));
        return six
                ? new Network(bits(octets, 0, 8), bits(octets, 8, 8), bits, false)
                : new Network(bits(octets, 0, 4) << BITS4, 0, bits, true);
    }

    private static boolean mapped(byte[] octets) {
        return bits(octets, 0, 8) == 0 && bits(octets, 8, 4) == 0xFFFF;
    }

    private static long bits(byte[] octets, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) value = (value << 8) | (octets[i] & 0xFF);
        return value;
    }
}
