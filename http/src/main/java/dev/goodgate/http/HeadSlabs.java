package dev.goodgate.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Octet arrays and index arrays that heads of one event loop borrow and give back.
///
/// Owned by one event loop, not thread safe. Slabs have the sizes 1 KiB, 2 KiB and so on to 128
/// KiB; of each size at most 256 KiB are kept, what is beyond goes to the garbage collector, as do
/// larger slabs.
public final class HeadSlabs {

    static final int SMALLEST = 1 << 10;

    /// Room behind a slab's last octet for a NUL and for reading eight octets at once.
    static final int PADDING = 16;

    /// Numbers an index has for each field, and fields in the index a head starts with.
    static final int PER_FIELD = 5;

    static final int FIRST_FIELDS = 32;

    private static final int SIZES = 8;
    private static final int KEPT_OCTETS = 256 << 10;

    private final List<ArrayDeque<byte[]>> slabs = new ArrayList<>(SIZES);
    private final ArrayDeque<int[]> indexes = new ArrayDeque<>(4);

    /// A pool that is empty and fills as heads give back.
    public HeadSlabs() {
        for (int size = 0; size < SIZES; size++) {
            slabs.add(new ArrayDeque<>(1));
        }
    }

    byte[] take(int least) {
        int size = sizeOf(least);
        byte[] slab = size < SIZES ? slabs.get(size).pollFirst() : null;
        return slab == null ? new byte[SMALLEST << size] : slab;
    }

    void give(byte[] slab) {
        int size = sizeOf(slab.length);
        if (slab.length < SMALLEST || size >= SIZES) {
            return;
        }
        ArrayDeque<byte[]> kept = slabs.get(size);
        if (kept.size() < KEPT_OCTETS / slab.length) {
            kept.addFirst(slab);
        }
    }

    int[] takeIndex() {
        int[] index = indexes.pollFirst();
        return index == null ? new int[FIRST_FIELDS * PER_FIELD] : index;
    }

    void giveIndex(int[] index) {
        if (index.length == FIRST_FIELDS * PER_FIELD && indexes.size() < KEPT_OCTETS / 1024) {
            indexes.addFirst(index);
        }
    }

    private static int sizeOf(int least) {
        int size = 0;
        while (SMALLEST << size < least) {
            size++;
        }
        return size;
    }
}
