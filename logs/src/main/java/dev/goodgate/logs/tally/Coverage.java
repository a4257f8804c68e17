package dev.goodgate.logs.tally;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What was read: by input and chunk, how many lines and octets. Merging is the same in any order.
/// For one thread.
public final class Coverage {
    private final Map<String, TreeMap<Long, Read>> chunks = new TreeMap<>();

    /// Lines and octets of one chunk; `cut` lines were longer than is read.
    public record Read(long lines, long octets, long cut) {
        Read plus(Read other) {
            return new Read(lines + other.lines, octets + other.octets, cut + other.cut);
        }
    }

    /// Notes a chunk that was read.
    public void add(String source, long chunk, Read read) {
        chunks.computeIfAbsent(source, _ -> new TreeMap<>()).merge(chunk, read, Read::plus);
    }

    void merge(Coverage other) {
        other.chunks.forEach(
                (source, all) -> all.forEach((chunk, read) -> add(source, chunk, read)));
    }

    /// The number of that line in its input, from 1.
    public long number(Where where) {
        long before = 0;
        TreeMap<Long, Read> all = chunks.getOrDefault(where.source(), new TreeMap<>());
        for (Read read : all.headMap(where.chunk()).values()) before += read.lines();
        return before + where.line() + 1;
    }

    /// Joins chunks as far as the numbers of these lines stay the same.
    void condense(Set<Where> quoted) {
        Map<String, Set<Long>> needed = new HashMap<>();
        for (Where where : quoted) {
            needed.computeIfAbsent(where.source(), _ -> new HashSet<>()).add(where.chunk());
        }
        chunks.forEach((source, all) -> {
            Set<Long> starts = needed.getOrDefault(source, Set.of());
            TreeMap<Long, Read> fewer = new TreeMap<>();
            all.forEach((chunk, read) -> {
                boolean kept = fewer.isEmpty() || starts.contains(chunk);
                fewer.merge(kept ? chunk : fewer.lastKey(), read, Read::plus);
            });
            all.clear();
            all.putAll(fewer);
        });
    }

    /// All of it together.
    public Read total() {
        Read sum = new Read(0, 0, 0);
        for (TreeMap<Long, Read> all : chunks.values()) {
            for (Read read : all.values()) sum = sum.plus(read);
        }
        return sum;
    }

    /// By input: all that was read of it.
    public Map<String, Read> sources() {
        Map<String, Read> sums = new TreeMap<>();
        chunks.forEach((source, all) -> {
            Read sum = new Read(0, 0, 0);
            for (Read read : all.values()) sum = sum.plus(read);
            sums.put(source, sum);
        });
        return sums;
    }

    void write(TallyWriter out) {
        out.number(chunks.size());
        chunks.forEach((source, all) -> {
            out.text(source).number(all.size());
            all.forEach((chunk, read) -> {
                out.number(chunk).number(read.lines).number(read.octets).number(read.cut);
            });
        });
    }

    /// Counts what was written.
    void read(TallyReader in) {
        for (int sources = in.count(); sources > 0; sources--) {
            String source = in.text();
            for (int left = in.count(); left > 0; left--) {
                add(source, in.number(), new Read(in.number(), in.number(), in.number()));
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coverage that && chunks.equals(that.chunks);
    }

    @Override
    public int hashCode() {
        return chunks.hashCode();
    }
}
