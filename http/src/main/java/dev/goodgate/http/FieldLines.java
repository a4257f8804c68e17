package dev.goodgate.http;

import java.util.Arrays;

/// Reads the field lines of one section, from behind the start line to the empty line.
///
/// A line that is all there and all right is read in one pass. Any other line is judged when its
/// end is there; how far that end was looked for is remembered, so that octets arriving one by one
/// cost no more. The verdict is that of reading octet by octet, however they are cut: of several
/// limits the one passed first decides.
final class FieldLines {

    private final FieldRules rules;
    private final Limits limits;
    private final int most;
    private final Breach breach;
    private final boolean lenient;
    private final boolean trailer;
    private int start;
    private int line;
    private int scanned;
    private boolean cut;

    FieldLines(FieldRules rules, Limits limits, int most, Breach breach) {
        this.rules = rules;
        this.limits = limits;
        this.most = most;
        this.breach = breach;
        this.lenient = rules.equals(FieldRules.RESPONSE);
        this.trailer = rules.equals(FieldRules.TRAILER);
    }

    /// Begins a section at a slab position.
    void begin(int position) {
        start = line = position;
        cut = false;
    }

    /// Where the line being read begins; after DONE, where the section ends.
    int line() {
        return line;
    }

    /// How many octets the slab may need: the section's limit and the empty line behind it.
    int cap() {
        return start + most + 2;
    }

    Progress read(Head h) {
        byte[] a = h.slab;
        int end = Math.min(h.filled, cap());
        a[end] = 0;
        while (line - start <= most) {
            if (line == end) {
                return Progress.MORE;
            }
            if (!cut) {
                if (a[line] == Octets.CR && a[line + 1] == Octets.LF) {
                    line += 2;
                    return Progress.DONE;
                }
                if (whole(h, a, line)) {
                    if (h.fields.count() > limits.fields()) {
                        return broken(rules.count(), line - 1);
                    }
                    continue;
                }
                scanned = line;
            }
            Progress progress = slow(h, a, end);
            if (progress != Progress.MORE || cut) {
                return progress;
            }
        }
        return tooLarge();
    }

    private Progress tooLarge() {
        return broken(rules.sectionSize(), start + most);
    }

    private Progress broken(Rule rule, int at) {
        breach.of(rule, at);
        return Progress.BROKEN;
    }

    /// Reads a line if it is complete and without fault.
    private boolean whole(Head h, byte[] a, int p) {
        byte[] classes = Octets.NAME;
        int q = p;
        int seen = 0;
        int c = classes[a[q] & 255];
        while (c != 0) {
            seen |= c;
            c = classes[a[++q] & 255];
        }
        if (a[q] != ':' || q == p) {
            return false;
        }
        int name = q++;
        while (Octets.blank(a[q])) {
            q++;
        }
        int value = q;
        q = Octets.textEnd(a, q);
        if (a[q] != Octets.CR || a[q + 1] != Octets.LF || q - p > limits.fieldLine()) {
            return false;
        }
        if (q + 1 - start > most) { // reading on would have stopped before this line's end
            return false;
        }
        h.add(FieldName.of(a, p, name), seen, p, name);
        h.fields.value(value, Octets.trimBlanks(a, value, q));
        line = q + 2;
        return true;
    }

    /// Looks for the end of the line and judges it; MORE with `cut` set when there is none yet.
    private Progress slow(Head h, byte[] a, int end) {
        int e = Octets.lineEnd(a, scanned, end);
        int first = firstOctet(h, a);
        int fieldMost = first + limits.fieldLine();
        if (e > fieldMost && fieldMost - start <= most) {
            breach.of(rules.fieldSize(), fieldMost, name(a, first, fieldMost));
            return Progress.BROKEN;
        }
        if (e == end || (a[e] == Octets.CR && e == end - 1)) {
            scanned = e;
            cut = true;
            boolean last = line - start == most && e == line;
            return end - start <= most || last ? Progress.MORE : tooLarge();
        }
        int next = a[e] == Octets.CR ? e + 2 : e + 1;
        if (e > line && next - 1 - start > most) {
            return tooLarge();
        }
        if (a[e] == Octets.CR && a[e + 1] != Octets.LF) {
            return broken(rules.bareCr(), e);
        }
        if (a[e] == Octets.LF && !lenient) {
            return broken(rules.bareLf(), e);
        }
        return judge(h, a, e, next);
    }

    /// Judges a complete line whose content ends at `e`.
    private Progress judge(Head h, byte[] a, int e, int next) {
        h.repairs |= a[e] == Octets.LF ? Repair.BARE_LF.bit() : 0;
        if (e == line) {
            line = next;
            return Progress.DONE;
        }
        if (trailer && h.fields.count() == limits.fields()) {
            return broken(rules.count(), next - 1);
        }
        if (Octets.blank(a[line]) ? !fold(h, a, e) : !field(h, a, e)) {
            return Progress.BROKEN;
        }
        cut = false;
        line = next;
        return h.fields.count() > limits.fields() ? broken(rules.count(), next - 1) : Progress.MORE;
    }

    /// Where the field of this line begins: a folded line belongs to the one before.
    private int firstOctet(Head h, byte[] a) {
        int count = h.fields.count();
        boolean joins = lenient && count > 0 && Octets.blank(a[line]);
        return joins ? h.nameStart(count - 1) : line;
    }

    private static String name(byte[] a, int from, int to) {
        int q = from;
        while (q < to && Octets.NAME[a[q] & 255] != 0) {
            q++;
        }
        return q < to && a[q] == ':' ? Violation.latin1(a, from, q) : "";
    }

    private boolean field(Head h, byte[] a, int e) {
        int p = line;
        int q = p;
        int seen = 0;
        while (Octets.NAME[a[q] & 255] != 0) {
            seen |= Octets.NAME[a[q++] & 255];
        }
        int name = q;
        if (lenient) {
            q = Octets.skipBlanks(a, q, e);
        }
        if (name == p || a[q] != ':') {
            return breach.of(rules.name(), q);
        }
        if (q > name) {
            h.repairs |= Repair.SPACE_BEFORE_COLON.bit();
        }
        int value = Octets.skipBlanks(a, q + 1, e);
        int bad = Octets.textEnd(a, value);
        if (bad < e) {
            return breach.of(rules.value(), bad);
        }
        h.add(FieldName.of(a, p, name), seen, p, name);
        h.fields.value(value, Octets.trimBlanks(a, value, e));
        return true;
    }

    /// Joins a folded line to the value before it, by one space.
    private boolean fold(Head h, byte[] a, int e) {
        int f = h.fields.count() - 1;
        if (!lenient || f < 0) {
            return breach.of(rules.fold(), line);
        }
        int from = Octets.skipBlanks(a, line, e);
        int bad = Octets.textEnd(a, from);
        if (bad < e) {
            return breach.of(rules.value(), bad);
        }
        h.repairs |= Repair.OBS_FOLD.bit();
        int length = Octets.trimBlanks(a, from, e) - from;
        int to = h.valueEnd(f);
        if (length > 0) {
            if (to > h.valueStart(f)) {
                a[to++] = ' ';
            }
            System.arraycopy(a, from, a, to, length);
            Arrays.fill(a, to + length, e, (byte) ' ');
            h.fields.value(h.valueStart(f), to + length);
        }
        return true;
    }
}
