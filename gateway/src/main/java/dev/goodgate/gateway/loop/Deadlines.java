package dev.goodgate.gateway.loop;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The timing wheel of one event loop: 512 slots of 10 ms. Moving a deadline later costs one field;
/// it is looked at again when its old slot comes round. Not thread safe: everything happens on the
/// loop.
///
/// Progress beats a late timer: the tick is a task, run after the I/O of its iteration, and a tick
/// that comes late (a paused process, a long garbage collection) first lets one more round of I/O
/// happen.
public final class Deadlines {
    private static final int SLOTS = 512;
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(150);

    private final EventLoop loop;
    private final LongSupplier clock;
    private final @Nullable Deadline[] slots = new @Nullable Deadline[SLOTS];
    private final long origin;
    private final Runnable tick = this::tick;
    private long judged;
    private int count;
    private boolean running;
    private boolean forgave;

    /// An empty wheel. `clock` gives nanoseconds as `System.nanoTime()` does.
    public Deadlines(EventLoop loop, LongSupplier clock) {
        this.loop = loop;
        this.clock = clock;
        this.origin = clock.getAsLong();
    }

    void place(Deadline deadline) {
        unlink(deadline);
        if (!running) start();
        long due = Math.max((deadline.at - origin) / TICK + 1, judged + 1);
        long tick = Math.min(due, judged + SLOTS - 1);
        int slot = (int) (tick % SLOTS);
        deadline.looked = origin + tick * TICK;
        Deadline first = slots[slot];
        deadline.slot = slot;
        deadline.before = null;
        deadline.after = first;
        if (first != null) first.before = deadline;
        slots[slot] = deadline;
        count++;
    }

    void unlink(Deadline deadline) {
        if (deadline.outside()) return;
        Deadline before = deadline.before;
        Deadline after = deadline.after;
        if (before == null) slots[deadline.slot] = after;
        else before.after = after;
        if (after != null) after.before = before;
        deadline.before = null;
        deadline.after = null;
        deadline.left();
        count--;
    }

    private void start() {
        running = true;
        judged = Math.max(judged, (clock.getAsLong() - origin) / TICK - 1);
        loop.schedule(tick, TICK, TimeUnit.NANOSECONDS);
    }

    private void tick() {
        long now = clock.getAsLong();
        long current = (now - origin) / TICK;
        if ((current - judged) * TICK > LATE && !forgave) {
            forgave = true;
            loop.schedule(tick, 1, TimeUnit.MILLISECONDS);
            return;
        }
        forgave = false;
        // Never more than one revolution: a slot seen twice has nothing new to say.
        judged = Math.max(judged, current - SLOTS);
        while (judged < current) judge((int) (++judged % SLOTS), now);
        running = count > 0;
        if (running) loop.schedule(tick, TICK, TimeUnit.NANOSECONDS);
    }

    /// Empties the slot: what is due fires, what moved goes to its new slot (never this one,
    /// [#place] sees to it), what was disarmed leaves. Owners may arm and remove any deadline
    /// meanwhile.
    private void judge(int slot, long now) {
        Deadline deadline = slots[slot];
        while (deadline != null) {
            unlink(deadline);
            if (deadline.at <= now) deadline.fire(now);
            else if (deadline.at != Deadline.NEVER) place(deadline);
            deadline = slots[slot];
        }
    }
}
