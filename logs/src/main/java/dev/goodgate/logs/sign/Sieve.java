package dev.goodgate.logs.sign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds many words at once: an automaton after Aho and Corasick over octets, blind to case in
/// ASCII, one table lookup an octet however many words there are. Immutable, for any thread.
public final class Sieve {
    private static final byte NEW_LINE = '\n';
    private static final int MOST_HITS = 64;
    private static final int ASCII = 128;
    private static final int[] NONE = {};

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

    /// The words as a tree. Its rows are numbered breadth first in the table: those that most text
    /// reaches, near the root, lie together and stay in the fastest caches.
    private static final class Trie {
        private final int columns;
        private final List<Row> rows = new ArrayList<>();

        private static final class Row {
            final int[] next;
            int[] words = NONE;
            int suffix;
            int place;

            Row(int columns) {
                next = new int[columns];
                Arrays.fill(next, -1);
            }

            void end(int[] more) {
                if (more.length == 0) return;
                int before = words.length;
                words = Arrays.copyOf(words, before + more.length);
                System.arraycopy(more, 0, words, before, more.length);
            }
        }

        Trie(int columns) {
            this.columns = columns;
            rows.add(new Row(columns));
        }

        void add(byte[] word, byte[] column, int index) {
            Row row = rows.getFirst();
            for (byte octet : word) {
                int name = column[octet & 0xff];
                if (row.next[name] < 0) {
                    row.next[name] = rows.size();
                    rows.add(new Row(columns));
                }
                row = rows.get(row.next[name]);
            }
            row.end(new int[] {index});
        }

        /// Where each row's next begins, what is missing filled by what the longest suffix would
        /// do.
        int[] table() {
            int[] table = new int[rows.size() * columns];
            List<Row> queue = new ArrayList<>(rows.size());
            queue.add(rows.getFirst());
            for (int taken = 0; taken < queue.size(); taken++) {
                Row row = queue.get(taken);
                int at = taken * columns;
                int suffix = row.suffix * columns;
                for (int name = 0; name < columns; name++) {
                    int fallback = taken == 0 ? 0 : table[suffix + name];
                    int child = row.next[name];
                    if (child < 0) {
                        table[at + name] = fallback;
                        continue;
                    }
                    Row below = rows.get(child);
                    below.suffix = (fallback < 0 ? ~fallback : fallback) / columns;
                    below.end(queue.get(below.suffix).words);
                    below.place = queue.size();
                    queue.add(below);
                    int start = below.place * columns;
                    table[at + name] = below.words.length > 0 ? ~start : start;
                }
            }
            return table;
        }

        int[][] ends() {
            int[][] ends = new int[rows.size()][];
            for (Row row : rows) ends[row.place] = row.words;
            return ends;
        }
    }
}
