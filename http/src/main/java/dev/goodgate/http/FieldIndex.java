package dev.goodgate.http;

import java.util.Arrays;

/// The spans and known names of a head's fields, in order of arrival.
final class FieldIndex {

    private static final int PER_FIELD = HeadSlabs.PER_FIELD;
    private static final int[] NONE = new int[0];
    private static final int UNDERSCORED = 1 << 8;

    private int[] index = NONE;
    private int count;
    private long known;
    private final short[] firsts = new short[FieldName.COUNT];

    int count() {
        return count;
    }

    int nameId(int f) {
        return index[f * PER_FIELD] & 255;
    }

    boolean underscored(int f) {
        return (index[f * PER_FIELD] & UNDERSCORED) != 0;
    }

    /// Span number 1 to 4 of a field: name start and end, value start and end.
    int span(int f, int which) {
        return index[f * PER_FIELD + which];
    }

    boolean has(int nameId) {
        return ((known >>> nameId) & 1) != 0;
    }

    int first(int nameId) {
        return has(nameId) ? firsts[nameId] : -1;
    }

    int next(int f) {
        int id = nameId(f);
        for (int g = f + 1; id != 0 && g < count; g++) {
            if (nameId(g) == id) {
                return g;
            }
        }
        return -1;
    }

    /// Adds a field by its name; [#value] follows.
    void name(HeadSlabs slabs, int id, int seen, int from, int to) {
        int at = count * PER_FIELD;
        if (at == index.length) {
            index = at == 0 ? slabs.takeIndex() : Arrays.copyOf(index, at * 2);
        }
        index[at] = (seen & Octets.UNDERSCORE) != 0 ? id | UNDERSCORED : id;
        index[at + 1] = from;
        index[at + 2] = to;
        if (id != 0 && !has(id)) {
            known |= 1L << id;
            firsts[id] = (short) count;
        }
        count++;
    }

    /// Sets the value of the last field.
    void value(int from, int to) {
        int at = count * PER_FIELD;
        index[at - 2] = from;
        index[at - 1] = to;
    }

    void clear() {
        count = 0;
        known = 0;
    }

    void release(HeadSlabs slabs) {
        clear();
        slabs.giveIndex(index);
        index = NONE;
    }
}
