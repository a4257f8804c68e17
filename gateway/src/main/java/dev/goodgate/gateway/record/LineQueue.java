package dev.goodgate.gateway.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLongArray;

/// A bounded queue of lines between many event loops and one writer: a ring of octets, so that its
/// bound is memory and not a count. [#offer] may be called from any thread, never blocks and never
/// allocates; [#drainTo] belongs to the one writer.
///
/// Each line starts at a multiple of 64 octets. A loop claims its blocks by moving the tail, copies
/// the line and then publishes its length in `lengths`; the writer takes lines in the order of
/// their claims and sets their lengths back to 0 before it moves the head.
final class LineQueue {
    private static final VarHandle LENGTH = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int BLOCK = 64;

    /// The longest line taken; a buffer given to [#drainTo] must have room for one.
    static final int LONGEST = 64 * 1024;

    /// Places of the two cursors, two cache lines apart from each other and from the edges.
    private static final int TAIL = 16;

    private static final int HEAD = 32;

    private final AtomicLongArray cursors = new AtomicLongArray(48);
    private final byte[] octets;
    private final int[] lengths;
    private final int mask;

    /// A queue of at least that many octets.
    LineQueue(int leastOctets) {
        int capacity = Integer.highestOneBit(Math.max(leastOctets, 4 * BLOCK) * 2 - 1);
        octets = new byte[capacity];
        lengths = new int[capacity / BLOCK];
        mask = capacity - 1;
    }

    /// Copies the line in; false when there is no room for it now.
    boolean offer(byte[] line, int length) {
        if (length <= 0 || length > LONGEST) return false;
        long needed = blocks(length);
        long tail;
        do {
            tail = cursors.get(TAIL);
            if (tail + needed - cursors.get(HEAD) > octets.length) return false;
        } while (!cursors.compareAndSet(TAIL, tail, tail + needed));
        int at = (int) tail & mask;
        int untilEdge = Math.min(length, octets.length - at);
        System.arraycopy(line, 0, octets, at, untilEdge);
        System.arraycopy(line, untilEdge, octets, 0, length - untilEdge);
        LENGTH.setRelease(lengths, at / BLOCK, length);
        return true;
    }

    /// Moves whole lines while they fit; the number of lines moved.
    int drainTo(ByteBuffer out) {
        int lines = 0;
        long head = cursors.get(HEAD);
        while (true) {
            int at = (int) head & mask;
            int length = (int) LENGTH.getAcquire(lengths, at / BLOCK);
            if (length == 0 || length > out.remaining()) break;
            int untilEdge = Math.min(length, octets.length - at);
            out.put(octets, at, untilEdge).put(octets, 0, length - untilEdge);
            lengths[at / BLOCK] = 0;
            head += blocks(length);
            lines++;
        }
        cursors.setRelease(HEAD, head);
        return lines;
    }

    /// Whether the writer should come now rather than with its next round.
    boolean halfFull() {
        return cursors.get(TAIL) - cursors.get(HEAD) > octets.length / 2;
    }

    boolean isEmpty() {
        return cursors.get(TAIL) == cursors.get(HEAD);
    }

    private static long blocks(int length) {
        return (length + BLOCK - 1L) & -BLOCK;
    }
}
