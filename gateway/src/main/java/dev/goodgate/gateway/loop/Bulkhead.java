package dev.goodgate.gateway.loop;

import io.netty.channel.Channel;
import io.netty.channel.IoEvent;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.nio.NioIoHandle;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.uring.IoUringIoHandle;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Keeps a loop alive whatever is thrown on it. Netty lets an `Error` end the thread of a loop (no
/// memory, a class that cannot be loaded), and with it all its connections and its share of those
/// to come. Here it ends the one connection in whose event it was thrown; a listener waits a second
/// and goes on. Belongs to one loop.
final class Bulkhead implements IoHandler {
    /// What fails at once, and again and again, must not eat a processor.
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final IoHandler inner;
    private final Consumer<Throwable> bugs;

    private Bulkhead(IoHandler inner, Consumer<Throwable> bugs) {
        this.inner = inner;
        this.bugs = bugs;
    }

    /// Handlers of that kind, each behind one of these; `bugs` hears what was thrown, on the loop.
    static IoHandlerFactory around(IoHandlerFactory kind, Consumer<Throwable> bugs) {
        return new IoHandlerFactory() {
            @Override
            public IoHandler newHandler(ThreadAwareExecutor executor) {
                return new Bulkhead(kind.newHandler(executor), bugs);
            }

            @Override
            public boolean isChangingThreadSupported() {
                return kind.isChangingThreadSupported();
            }
        };
    }

    @Override
    public void initialize() {
        inner.initialize();
    }

    @Override
    public int run(IoHandlerContext context) {
        try {
            return inner.run(context);
        } catch (Throwable thrown) {
            tell(thrown);
            LockSupport.parkNanos(PAUSE);
            return 0;
        }
    }

    private void tell(Throwable thrown) {
        try {
            bugs.accept(thrown);
        } catch (Throwable untold) {
            // Telling needs memory and classes, too; being alive comes first.
            thrown.addSuppressed(untold);
        }
    }

    @Override
    public void prepareToDestroy() {
        inner.prepareToDestroy();
    }

    @Override
    public void destroy() {
        inner.destroy();
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return inner.register(new Cell(handle));
    }

    @Override
    public void wakeup() {
        inner.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> kind) {
        return inner.isCompatible(kind);
    }

    /// One connection or listener. Of whatever kind it is, it is asked that kind's questions only.
    @SuppressWarnings("try") // Netty's contract for close()
    private final class Cell implements IoUringIoHandle, EpollIoHandle, NioIoHandle {
        private final IoHandle content;

        Cell(IoHandle content) {
            this.content = content;
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            try {
                content.handle(registration, event);
            } catch (Throwable thrown) {
                tell(thrown);
                end(thrown);
            }
        }

        private void end(Throwable thrown) {
            try {
                if (content instanceof Channel.Unsafe unsafe
                        && unsafe.voidPromise().channel() instanceof ServerChannel listener) {
                    listener.pipeline().fireExceptionCaught(thrown);
                } else {
                    content.close();
                }
            } catch (Throwable again) {
                tell(again);
            }
        }

        @Override
        public void registered() {
            content.registered();
        }

        @Override
        public void unregistered() {
            content.unregistered();
        }

        @Override
        public void close() throws Exception {
            content.close();
        }

        @Override
        public FileDescriptor fd() {
            return ((EpollIoHandle) content).fd();
        }

        @Override
        public SelectableChannel selectableChannel() {
            return ((NioIoHandle) content).selectableChannel();
        }
    }
}
