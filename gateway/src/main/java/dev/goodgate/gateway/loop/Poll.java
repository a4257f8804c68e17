package dev.goodgate.gateway.loop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Asks the kernel, without waiting, whether an idle connection has anything to say: octets, FIN or
/// RST. One `poll(2)` a question; needed because the event for what arrived a moment ago may still
/// be on its way. Belongs to one loop.
public final class Poll {
    private static final short READABLE = 0x0001; // POLLIN
    private static final short ENDED = 0x2000; // POLLRDHUP
    private static final short RESET = 0x0008 | 0x0010; // POLLERR, POLLHUP
    private static final int EVENTS = 4;
    private static final int ANSWERED = 6;
    private static final MethodHandle POLL = link();

    private final MemorySegment request = Arena.ofAuto().allocate(8, 4);

    @SuppressWarnings("restricted") // the launcher allows native access, as Netty needs it too
    private static MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("poll"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT),
                Linker.Option.critical(false));
    }

    /// True when nothing has arrived on that descriptor and nobody closed it.
    public boolean silent(int descriptor) {
        return answer(descriptor, (short) (READABLE | ENDED)) == 0;
    }

    /// True when a connection whose other side sent FIN was reset since; no transport tells that.
    public boolean reset(int descriptor) {
        return (answer(descriptor, (short) 0) & RESET) != 0;
    }

    private short answer(int descriptor, short events) {
        request.set(JAVA_INT, 0, descriptor);
        request.set(JAVA_SHORT, EVENTS, events);
        request.set(JAVA_SHORT, ANSWERED, (short) 0);
        try {
            int _ = (int) POLL.invokeExact(request, 1L, 0);
            return request.get(JAVA_SHORT, ANSWERED);
        } catch (Throwable impossible) {
            throw new AssertionError("poll(2) takes any arguments", impossible);
        }
    }

    /// Whether the last one asked about had octets for us and was still open.
    public boolean octetsOnly() {
        return request.get(JAVA_SHORT, ANSWERED) == READABLE;
    }
}
