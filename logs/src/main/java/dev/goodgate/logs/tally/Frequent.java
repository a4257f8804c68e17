package dev.goodgate.logs.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How often each of many words came, in bounded memory: of more different words than the bound it
/// keeps those of the smallest hash, a fair sample, each counted exactly, and the rest as a sum.
/// What is kept depends on the whole alone, so merging is the same in any order. For one thread.
public final class Frequent {
    private static final int FEWEST = 4;

    private final int most;
    private int bound;
    private final NavigableMap<Key, Long> kept = new TreeMap<>();
    private long others;

    /// Keeps at most that many words.
    public Frequent(int bound) {
        most = bound;
        this.bound = bound;
    }

    /// Keeps half as many words, so often over, but never more than before.
    void narrow(int halvings) {
        bound = Math.min(bound, Math.max(FEWEST, most >> halvings));
        shrink();
    }

    /// A word and how often it came.
    public record Counted(String word, long count) {}

    private record Key(long hash, String word) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byHash = Long.compare(hash, other.hash);
            return byHash != 0 ? byHash : word.compareTo(other.word);
        }
    }

    /// Counts a word; the empty one is nothing.
    public void add(String word) {
        if (!word.isEmpty()) add(new Key(hash(word), word), 1);
    }

    /// Counts what the other counted too.
    public void merge(Frequent other) {
        others += other.others;
        for (Map.Entry<Key, Long> one : other.kept.entrySet()) add(one.getKey(), one.getValue());
    }

    /// The most frequent first, at most so many.
    public List<Counted> top(int most) {
        List<Counted> all = new ArrayList<>();
        kept.forEach((key, count) -> all.add(new Counted(key.word, count)));
        all.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::word));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /// Whether that word was kept.
    public boolean has(String word) {
        return kept.containsKey(new Key(hash(word), word));
    }

    /// Whether some word is kept here and there.
    public boolean meets(Frequent other) {
        for (Key key : kept.keySet()) {
            if (other.kept.containsKey(key)) return true;
        }
        return false;
    }

    /// How many different words are kept.
    public int size() {
        return kept.size();
    }

    /// How often words came that are not kept.
    public long others() {
        return others;
    }

    private void add(Key key, long count) {
        kept.merge(key, count, Long::sum);
        shrink();
    }

    private void shrink() {
        while (kept.size() > bound) others += kept.pollLastEntry().getValue();
    }

    /// FNV-1a, then mixed so that similar words lie far apart.
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash ^= word.charAt(i);
            hash *= 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }

    void write(TallyWriter out) {
        out.number(others).number(kept.size());
        kept.forEach((key, count) -> out.text(key.word).number(count));
    }

    /// Counts what was written.
    void read(TallyReader in) {
        others += in.number();
        for (int left = in.count(); left > 0; left--) {
            String word = in.text();
            add(new Key(hash(word), word), in.number());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frequent that
                && bound == that.bound
                && others == that.others
                && kept.equals(that.kept);
    }

    @Override
    public int hashCode() {
        return kept.hashCode();
    }
}
