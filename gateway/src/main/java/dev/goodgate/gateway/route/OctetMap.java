package dev.goodgate.gateway.route;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fixed map from octets to values, asked with spans of an array: no `String`, no allocation.
/// Open addressing, at most half full. Keys come from the configuration only, so requests can't
/// make it slow.
final class OctetMap<V> {
    private final byte[][] keys;
    private final int[] hashes;
    private final Object[] values;
    private final int mask;

    /// The map with those entries; keys are ISO-8859-1.
    OctetMap(Map<String, V> entries) {
        int size = Integer.highestOneBit(Math.max(2, entries.size() * 2)) * 2;
        this.keys = new byte[size][];
        this.hashes = new int[size];
        this.values = new Object[size];
        this.mask = size - 1;
        entries.forEach((key, value) -> put(key.getBytes(StandardCharsets.ISO_8859_1), value));
    }

    private void put(byte[] key, V value) {
        int hash = 0;
        for (byte octet : key) {
            hash = step(hash, octet);
        }
        int at = start(hash);
        while (values[at] != null) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        hashes[at] = hash;
        values[at] = value;
    }

    /// The hash of what `hash` is the hash of, and one octet more.
    static int step(int hash, int octet) {
        return hash * 31 + (octet & 0xff);
    }

    /// The value of the octets in `from` to `to`, whose hash it is; null when there is none.
    @SuppressWarnings("unchecked") // only values of V were put in
    @Nullable V get(byte[] octets, int from, int to, int hash) {
        for (int at = start(hash); values[at] != null; at = (at + 1) & mask) {
            if (hashes[at] == hash && same(keys[at], octets, from, to)) {
                return (V) values[at];
            }
        }
        return null;
    }

    /// The same for a key that is the span backwards, in lower case.
    @SuppressWarnings("unchecked") // only values of V were put in
    @Nullable V getReversed(byte[] octets, int from, int to, int hash) {
        for (int at = start(hash); values[at] != null; at = (at + 1) & mask) {
            if (hashes[at] == hash && backwards(keys[at], octets, from, to)) {
                return (V) values[at];
            }
        }
        return null;
    }

    private static boolean backwards(byte[] key, byte[] octets, int from, int to) {
        if (key.length != to - from) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (key[i] != Text.lower(octets[to - 1 - i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(byte[] key, byte[] octets, int from, int to) {
        return java.util.Arrays.equals(key, 0, key.length, octets, from, to);
    }

    private int start(int hash) {
        return (hash ^ (hash >>> 15)) & mask;
    }
}
