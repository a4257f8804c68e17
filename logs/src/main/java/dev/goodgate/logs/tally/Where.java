package dev.goodgate.logs.tally;

/// Where a line stands: in which input, in the chunk that begins at that octet, the how-manieth
/// line of the chunk, from 0. [Coverage] knows how many lines came before the chunk.
public record Where(String source, long chunk, long line) implements Comparable<Where> {
    @Override
    public int compareTo(Where other) {
        int bySource = source.compareTo(other.source);
        if (bySource != 0) return bySource;
        int byChunk = Long.compare(chunk, other.chunk);
        return byChunk != 0 ? byChunk : Long.compare(line, other.line);
    }
}
