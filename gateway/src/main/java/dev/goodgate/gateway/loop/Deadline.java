package dev.goodgate.gateway.loop;

import org.jspecify.annotations.Nullable;

/// One movable point in time of one owner: armed, moved and disarmed without allocation. Belongs to
/// the wheel of one event loop and is touched on that loop only.
public final class Deadline {
    static final long NEVER = Long.MAX_VALUE;
    private static final int OUTSIDE = -1;

    private final Deadlines wheel;
    private final Expiry owner;
    long at = NEVER;
    int slot = OUTSIDE;

    /// When the wheel will look at it.
    long looked = NEVER;

    @Nullable Deadline before;
    @Nullable Deadline after;

    /// Who is told, on the loop, when the time has come.
    public interface Expiry {
        /// `now` is the wheel's clock, at or past the time that was set. The deadline is disarmed.
        void expired(long now);
    }

    /// A disarmed deadline in that wheel.
    public Deadline(Deadlines wheel, Expiry owner) {
        this.wheel = wheel;
        this.owner = owner;
    }

    /// Arms or moves it to that many nanoseconds after `now`; 0 or less disarms.
    public void set(long now, long nanos) {
        if (nanos <= 0) {
            at = NEVER;
            return;
        }
        at = now + nanos;
        if (slot == OUTSIDE || at < looked) wheel.place(this);
    }

    /// Disarms it; what the wheel holds of it goes when its slot comes round.
    public void disarm() {
        at = NEVER;
    }

    /// Takes it out of the wheel for good; its owner is over.
    public void remove() {
        at = NEVER;
        wheel.unlink(this);
    }

    boolean outside() {
        return slot == OUTSIDE;
    }

    void left() {
        slot = OUTSIDE;
    }

    void fire(long now) {
        at = NEVER;
        owner.expired(now);
    }
}
