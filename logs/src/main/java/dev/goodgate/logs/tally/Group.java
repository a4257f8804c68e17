package dev.goodgate.logs.tally;

import dev.goodgate.logs.line.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// All sightings of one sign at one upstream by one writer. Merging is the same in any order. For
/// one thread.
public final class Group {
    private static final int QUOTES = 4;
    private static final int WORDS = 128;
    private static final int PROCESSES = 48;

    /// As much of a word is kept: enough to know it by.
    private static final int LONGEST_WORD = 160;

    private final Key key;
    private final Buckets times = new Buckets();
    private final Durations durations = new Durations();
    private final Frequent paths = new Frequent(WORDS);
    private final Frequent hosts = new Frequent(WORDS);
    private final Frequent routes = new Frequent(PROCESSES);
    private final Frequent processes = new Frequent(PROCESSES);
    private final Frequent requests = new Frequent(PROCESSES);
    private final Frequent sources = new Frequent(PROCESSES);
    private final TreeSet<Quote> quotes = new TreeSet<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private long count;
    private long first = Long.MAX_VALUE;
    private long last = Line.NO_TIME;
    private boolean contained;

    /// An empty one that keeps its words halved so often.
    Group(Key key, int halvings) {
        this.key = key;
        narrow(halvings);
    }

    /// Keeps no more than its usual number of words halved so often, never more than before.
    void narrow(int halvings) {
        for (Frequent words : words()) words.narrow(halvings);
    }

    /// What makes a group one: the sign's id, the upstream and its scheme, who wrote, in which
    /// dialect.
    public record Key(String sign, String upstream, String scheme, String writer, String dialect)
            implements Comparable<Key> {
        static Key of(Sighting sighting) {
            return new Key(
                    sighting.sign().id(),
                    cut(sighting.entry().upstream()),
                    cut(sighting.entry().scheme()),
                    cut(sighting.line().writer()),
                    sighting.entry().dialect());
        }

        /// By hand, what differs most first: asked for each line that matters.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && upstream.equals(that.upstream)
                    && sign.equals(that.sign)
                    && dialect.equals(that.dialect)
                    && writer.equals(that.writer)
                    && scheme.equals(that.scheme);
        }

        @Override
        public int hashCode() {
            return (sign.hashCode() * 31 + upstream.hashCode()) * 31 + writer.hashCode();
        }

        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    void add(Sighting sighting) {
        count++;
        long micros = sighting.quote().micros();
        if (micros != Line.NO_TIME) {
            first = Math.min(first, micros);
            last = Math.max(last, micros);
            times.add(micros);
        }
        var entry = sighting.entry();
        durations.add(entry.millis());
        paths.add(cut(entry.path()));
        hosts.add(cut(entry.host()));
        routes.add(cut(entry.route()));
        requests.add(cut(entry.request()));
        sources.add(sighting.quote().where().source());
        int pid = entry.pid() != 0 ? entry.pid() : sighting.line().pid();
        if (pid > 0) processes.add(Integer.toString(pid));
        if (entry.status() > 0) statuses.merge(entry.status(), 1L, Long::sum);
        contained |= sighting.line().contained();
        quote(sighting.quote());
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST_WORD) return word;
        return word.substring(0, LONGEST_WORD) + "…";
    }

    void merge(Group other) {
        count += other.count;
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
        times.merge(other.times);
        durations.merge(other.durations);
        paths.merge(other.paths);
        hosts.merge(other.hosts);
        routes.merge(other.routes);
        processes.merge(other.processes);
        requests.merge(other.requests);
        sources.merge(other.sources);
        other.statuses.forEach((status, many) -> statuses.merge(status, many, Long::sum));
        contained |= other.contained;
        other.quotes.forEach(this::quote);
    }

    private void quote(Quote quote) {
        quotes.add(quote);
        while (quotes.size() > QUOTES) quotes.pollLast();
    }

    /// Its key.
    public Key key() {
        return key;
    }

    /// How many sightings.
    public long count() {
        return count;
    }

    /// Whether any sighting had a time.
    public boolean timed() {
        return last != Line.NO_TIME;
    }

    /// The earliest time in microseconds, where timed.
    public long first() {
        return first;
    }

    /// The latest time in microseconds, where timed.
    public long last() {
        return last;
    }

    /// When they were.
    public Buckets times() {
        return times;
    }

    /// How long the requests took.
    public Durations durations() {
        return durations;
    }

    /// Paths without query.
    public Frequent paths() {
        return paths;
    }

    /// Names of sites.
    public Frequent hosts() {
        return hosts;
    }

    /// The servers' own names for the upstream.
    public Frequent routes() {
        return routes;
    }

    /// Ids of processes.
    public Frequent processes() {
        return processes;
    }

    /// Ids of requests.
    public Frequent requests() {
        return requests;
    }

    /// The inputs they stand in.
    public Frequent sources() {
        return sources;
    }

    /// The earliest lines, at most four.
    public List<Quote> quotes() {
        return new ArrayList<>(quotes);
    }

    /// By status the client got: how many.
    public Map<Integer, Long> statuses() {
        return statuses;
    }

    /// Whether a container runtime carried some of the lines.
    public boolean contained() {
        return contained;
    }

    void write(TallyWriter out) {
        out.text(key.sign).text(key.upstream).text(key.scheme).text(key.writer).text(key.dialect);
        out.number(count).number(first).number(last).flag(contained);
        times.write(out);
        durations.write(out);
        for (Frequent words : words()) words.write(out);
        out.pairs(statuses).number(quotes.size());
        for (Quote quote : quotes) {
            Where where = quote.where();
            out.number(quote.micros()).text(quote.text());
            out.text(where.source()).number(where.chunk()).number(where.line());
        }
    }

    static Group read(TallyReader in) {
        Key key = new Key(in.text(), in.text(), in.text(), in.text(), in.text());
        Group group = new Group(key, 0);
        group.count = in.number();
        group.first = in.number();
        group.last = in.number();
        group.contained = in.flag();
        group.times.read(in);
        group.durations.read(in);
        for (Frequent words : group.words()) words.read(in);
        in.pairs((status, many) -> group.statuses.merge((int) status, many, Long::sum));
        for (int left = in.count(); left > 0; left--) {
            long micros = in.number();
            String text = in.text();
            Where where = new Where(in.text(), in.number(), in.number());
            group.quote(new Quote(micros, where, text));
        }
        return group;
    }

    private List<Frequent> words() {
        return List.of(paths, hosts, routes, processes, requests, sources);
    }

    private List<Object> content() {
        return List.of(
                key, count, first, last, contained, times, durations, paths, hosts, routes,
                processes, requests, sources, quotes, statuses);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Group that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }
}
