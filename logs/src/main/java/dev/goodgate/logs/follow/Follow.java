package dev.goodgate.logs.follow;

import dev.goodgate.logs.scan.Arrivals;
import dev.goodgate.logs.scan.Inflow;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.source.Input;
import dev.goodgate.logs.source.Listing;
import dev.goodgate.logs.source.Opener;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.story.Stories;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Coverage;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads logs as they are written and tells each story as it forms, and again when its failures
/// grew tenfold or its first cause is another. Files are followed by name through rotation and
/// truncation, in folders new ones too. What was not seen for an hour is forgotten, so memory stays
/// bounded however long it runs. One thread prepares and runs it; any may stop it. Close it when
/// done.
public final class Follow implements AutoCloseable {
    private static final long WAIT_MILLIS = 250;
    private static final int MOST_WAITING = 64;
    private static final Duration LIST = Duration.ofSeconds(2);
    private static final Duration TELL = Duration.ofSeconds(1);
    private static final Duration FORGET = Duration.ofMinutes(1);
    private static final Duration PAST = Duration.ofHours(1);

    private final Arrivals arrivals;
    private final Instant since;
    private final InstantSource clock;
    private final Listener listener;
    private final Opener opener;
    private final Tails tails;
    private final Told told = new Told();
    private final List<String> operands = new ArrayList<>();
    private final List<Skipped> skipped = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Pipe.Piece> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger pipes = new AtomicInteger();
    private final Map<String, Inflow> inflows = new ConcurrentHashMap<>();
    private boolean fresh;
    private Instant listed;
    private Instant tell;
    private Instant forgot;
    private volatile boolean stopped;

    /// Who is told.
    public interface Listener {
        /// A story formed or changed; what was read knows the numbers of its lines. Called on the
        /// thread that follows; both are valid until it returns.
        void formed(Story story, Coverage coverage);

        /// Something cannot be followed, or not any more. Called on any thread.
        default void skipped(Skipped one) {}
    }

    /// Reads as the question says. Where its span has a beginning, files written since are read
    /// from their start; otherwise files are read from their end.
    public Follow(Question question, Opener opener, InstantSource clock, Listener listener) {
        this.opener = opener;
        this.clock = clock;
        this.listener = listener;
        arrivals = new Arrivals(question);
        tails = new Tails(opener, arrivals, this::skip);
        long from = question.span().from();
        since = from == Long.MIN_VALUE ? Instant.MAX : Instant.ofEpochSecond(from / 1_000_000);
        listed = clock.instant();
        tell = listed;
        forgot = listed;
    }

    /// Follows what these operands name: files, folders with what comes into them, pipes, `-`.
    public void operands(List<String> some) {
        Listing listing = opener.list(some);
        listing.skipped().forEach(this::skip);
        List<Input.File> files = new ArrayList<>();
        for (Input input : listing.inputs()) {
            if (input instanceof Input.File file && Files.isRegularFile(file.path())) {
                files.add(file);
            } else {
                pipe(input.name()).start(() -> opener.open(input));
            }
        }
        for (String operand : some) {
            boolean pipe =
                    listing.inputs().stream()
                            .anyMatch(input -> input.name().equals(operand) && !isFile(input));
            if (!pipe) operands.add(operand);
        }
        tails.begin(files, since, clock.instant());
    }

    private static boolean isFile(Input input) {
        return input instanceof Input.File file && Files.isRegularFile(file.path());
    }

    /// Follows a stream to its end, on a thread of its own. One of the same name that ended before
    /// goes on with it. Whoever opened it closes it. For any thread.
    public void stream(String name, InputStream stream) {
        pipe(name).start(stream);
    }

    private Pipe pipe(String name) {
        pipes.incrementAndGet();
        Inflow inflow = inflows.computeIfAbsent(name, given -> arrivals.of(given, 0));
        return new Pipe(name, inflow, queue);
    }

    /// Goes on where nothing is left to follow, since streams are still to come.
    public void hold() {
        pipes.incrementAndGet();
    }

    /// Notes what cannot be followed. For any thread.
    public void skip(Skipped one) {
        skipped.add(one);
        listener.skipped(one);
    }

    /// What could not be followed, so far.
    public List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /// Follows until stopped, or until all streams have ended where there are no files.
    public void run() {
        try {
            boolean busy = true;
            while (!stopped && (pipes.get() > 0 || !operands.isEmpty())) {
                busy = step(busy ? 0 : WAIT_MILLIS);
            }
            boolean _ = step(0);
            tails.flush();
            tellAll(clock.instant());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private boolean step(long waitMillis) throws InterruptedException {
        boolean busy = take(waitMillis);
        Instant now = clock.instant();
        if (!listed.plus(LIST).isAfter(now)) list(now);
        busy |= tails.poll(now);
        fresh |= busy;
        if (fresh && !tell.isAfter(now)) tellAll(now);
        if (!forgot.plus(FORGET).isAfter(now)) forget(now);
        return busy;
    }

    private boolean take(long waitMillis) throws InterruptedException {
        Pipe.Piece piece = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
        boolean any = piece != null;
        for (int i = 0; piece != null && i < MOST_WAITING; i++) {
            take(piece);
            piece = i + 1 < MOST_WAITING ? queue.poll() : null;
        }
        return any;
    }

    private void take(Pipe.Piece piece) {
        switch (piece) {
            case Pipe.Piece.Octets(var inflow, var octets) ->
                    inflow.take(octets, Tail.micros(clock.instant()));
            case Pipe.Piece.End(var inflow, var broken) -> {
                inflow.flush();
                broken.ifPresent(this::skip);
                pipes.decrementAndGet();
            }
            case Pipe.Piece.Call() -> {}
        }
    }

    private void list(Instant now) {
        listed = now;
        List<Input.File> files = new ArrayList<>();
        for (Input input : opener.list(operands).inputs()) {
            if (input instanceof Input.File file && isFile(input)) files.add(file);
        }
        tails.listed(files, now);
    }

    /// Where telling takes long, it is done less often.
    private void tellAll(Instant now) {
        fresh = false;
        for (Story story : Stories.of(arrivals.tally())) {
            if (told.isNews(story)) listener.formed(story, arrivals.tally().coverage());
        }
        told.look(arrivals.tally().groups(), now);
        Duration took = Duration.between(now, clock.instant()).multipliedBy(10);
        tell = now.plus(took.compareTo(TELL) > 0 ? took : TELL);
    }

    private void forget(Instant now) {
        forgot = now;
        arrivals.forget(group -> told.isPast(group, PAST, now));
        told.look(arrivals.tally().groups(), now);
    }

    /// Makes it end soon. For any thread.
    public void stop() {
        stopped = true;
        boolean _ = queue.offer(new Pipe.Piece.Call());
    }

    /// Waits until it has ended and told everything, so long at most; whether it has.
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stop();
        tails.close();
    }
}
