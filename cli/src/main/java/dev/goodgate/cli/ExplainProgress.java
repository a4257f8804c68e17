package dev.goodgate.cli;

import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.source.Input;
import dev.goodgate.logs.source.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A bar on standard error while a long reading goes on, for a person who watches; nothing else
/// sees it. It appears after a second and wipes itself.
final class ExplainProgress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long EVERY_MILLIS = 200;
    private static final long FIRST_MILLIS = 1000;
    private static final double MIB = 1 << 20;

    private final Terminal terminal;
    private final Explanation explanation;
    private final long whole;
    private final ScheduledExecutorService timer;
    private volatile boolean shown;

    private ExplainProgress(Terminal terminal, Explanation explanation, long whole) {
        this.terminal = terminal;
        this.explanation = explanation;
        this.whole = whole;
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("progress").factory());
        if (Screen.watched()) {
            timer.scheduleAtFixedRate(
                    this::show, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    static ExplainProgress on(Terminal terminal, Listing listing, Explanation explanation) {
        long whole = 0;
        for (Input input : listing.inputs()) {
            if (input instanceof Input.File file) whole += size(file);
        }
        return new ExplainProgress(terminal, explanation, whole);
    }

    private static long size(Input.File file) {
        try {
            return Files.size(file.path());
        } catch (IOException _) {
            return 0;
        }
    }

    /// Compressed files hold more than their size: the bar then stays full a while.
    private void show() {
        long read = explanation.octets();
        double share = whole == 0 ? 0 : Math.min(1, (double) read / whole);
        int full = (int) (share * WIDTH);
        terminal.err()
                .print(
                        String.format(
                                Locale.ROOT,
                                "\r%s%s %.0f MiB",
                                "█".repeat(full),
                                "░".repeat(WIDTH - full),
                                read / MIB));
        terminal.err().flush();
        shown = true;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        if (shown) {
            terminal.err().print("\r" + " ".repeat(WIDTH + 16) + "\r");
            terminal.err().flush();
        }
    }
}
