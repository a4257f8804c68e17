package dev.goodgate.logs.sign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds many words at once: an automaton after Aho and Corasick over octets, blind to case in
/// ASCII, one table lookup an octet however many words there are. Immutable, for any thread.
public final class Sieve {
    private static final byte NEW_LINE = '\n';
    private static final int MOST_HITS = 64;
    private static final int ASCII = 128;

    /// So many columns do for all octets beyond ASCII.
    private static final int SHARED = 16;

    /// Which column of the table an octet belongs to; those in no word share column 0.
    private final byte[] column = new byte[256];

    private final int columns;

    /// Row by row: where the next row begins; negative (inverted) where words end in that row.
    private final int[] next;

    /// By row number: the words that end there.
    private final int[][] ends;

    private Sieve(List<String> words) {
        List<byte[]> octets = new ArrayList<>();
        for (String word : words) octets.add(word.getBytes(StandardCharsets.UTF_8));
        columns = nameColumns(octets);
        Trie trie = new Trie(columns);
        for (int i = 0; i < octets.size(); i++) trie.add(octets.get(i), column, i);
        trie.link();
        next = trie.table();
        ends = trie.ends();
    }

    /// The sieve for those words, given in small letters, none of them empty.
    public static Sieve of(List<String> words) {
        return new Sieve(words);
    }

    /// Reads lines from one index to another, at most 64 words a line, and hands each line with a
    /// word in it over. Returns how many lines began, the last of which may lack its end.
    public long scan(byte[] block, int from, int to, Sink sink) {
        int[] table = next;
        byte[] columnOf = column;
        int[] hits = new int[MOST_HITS];
        int found = 0;
        int row = 0;
        int start = from;
        long lines = 0;
        for (int i = from; i < to; i++) {
            byte octet = block[i];
            if (octet == NEW_LINE) {
                lines++;
                if (found > 0) sink.line(lines - 1, start, i, hits, found);
                found = 0;
                row = 0;
                start = i + 1;
                continue;
            }
            row = table[row + columnOf[octet & 0xff]];
            if (row < 0) {
                row = ~row;
                found = note(row, hits, found);
            }
        }
        if (start < to) {
            lines++;
            if (found > 0) sink.line(lines - 1, start, to, hits, found);
        }
        return lines;
    }

    private int note(int row, int[] hits, int found) {
        int count = found;
        for (int word : ends[row / columns]) {
            if (count < MOST_HITS) hits[count++] = word;
        }
        return count;
    }

    private int nameColumns(List<byte[]> words) {
        int count = 1;
        for (byte[] word : words) {
            for (byte octet : word) {
                if (octet >= 0 && column[octet] == 0) column[octet] = (byte) count++;
            }
        }
        for (int upper = 'A'; upper <= 'Z'; upper++) column[upper] = column[upper + 32];
        for (int high = ASCII; high < column.length; high++) {
            column[high] = (byte) (count + high % SHARED);
        }
        return count + SHARED;
    }

    /// Takes lines that have words in them.
    @FunctionalInterface
    public interface Sink {
        /// The how-manieth line, from 0, lies in the block from one index to another, without its
        /// line feed; the first `count` of `hits` are indices of words, which may repeat. Valid
        /// during the call.
        void line(long number, int from, int to, int[] hits, int count);
    }

    private static final class Trie {
        private final int columns;
        private final List<int[]> rows = new ArrayList<>();
        private final Map<Integer, List<Integer>> words = new HashMap<>();

        Trie(int columns) {
            this.columns = columns;
            rows.add(empty());
        }

        private int[] empty() {
            int[] row = new int[columns];
            Arrays.fill(row, -1);
            return row;
        }

        void add(byte[] word, byte[] column, int index) {
            int at = 0;
            for (byte octet : word) {
                int[] row = rows.get(at);
                int name = column[octet & 0xff];
                if (row[name] < 0) {
                    row[name] = rows.size();
                    rows.add(empty());
                }
                at = row[name];
            }
            words.computeIfAbsent(at, _ -> new ArrayList<>()).add(index);
        }

        /// Fills what is missing in each row by what the longest suffix would do.
        void link() {
            int[] suffix = new int[rows.size()];
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            queue.add(0);
            while (!queue.isEmpty()) {
                int at = queue.remove();
                int[] row = rows.get(at);
                int[] other = rows.get(suffix[at]);
                for (int name = 0; name < columns; name++) {
                    int child = row[name];
                    int fallback = at == 0 ? 0 : other[name];
                    if (child < 0) {
                        row[name] = fallback;
                        continue;
                    }
                    suffix[child] = fallback;
                    inherit(child, fallback);
                    queue.add(child);
                }
            }
        }

        private void inherit(int child, int from) {
            List<Integer> more = words.get(from);
            if (more != null) words.computeIfAbsent(child, _ -> new ArrayList<>()).addAll(more);
        }

        int[] table() {
            int[] table = new int[rows.size() * columns];
            for (int i = 0; i < rows.size(); i++) {
                int[] row = rows.get(i);
                for (int name = 0; name < columns; name++) {
                    int to = row[name] * columns;
                    table[i * columns + name] = words.containsKey(row[name]) ? ~to : to;
                }
            }
            return table;
        }

        int[][] ends() {
            int[][] ends = new int[rows.size()][];
            for (int i = 0; i < ends.length; i++) {
                List<Integer> here = words.get(i);
                ends[i] = here == null ? new int[0] : here.stream().mapToInt(n -> n).toArray();
            }
            return ends;
        }
    }
}
