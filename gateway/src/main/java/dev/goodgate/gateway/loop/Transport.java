package dev.goodgate.gateway.loop;

import dev.goodgate.gateway.config.RuntimeSettings;
import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringDatagramChannel;
import io.netty.channel.uring.IoUringDomainSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way to the kernel: its event loops and its kinds of channel.
///
/// @param vigilance the options by which a dead peer is noticed, null where they cannot be set
/// @param completes whether the kernel reads and writes for us and tells afterwards (io_uring),
///   rather than telling us when we may (epoll, NIO)
public record Transport(
        String name,
        IoHandlerFactory handlers,
        Class<? extends ServerChannel> tcpServer,
        Class<? extends ServerChannel> unixServer,
        Class<? extends Channel> tcp,
        Class<? extends Channel> unix,
        Class<? extends DatagramChannel> udp,
        @Nullable Vigilance vigilance,
        boolean completes) {
    private static final List<String> STANDING =
            List.of(
                    "io.netty.iouring.pollAddMultishotEnabled",
                    "io.netty.iouring.acceptMultiShotEnabled");

    /// The transport asked for. `AUTO` is the best this machine has: io_uring, epoll, NIO.
    public static Transport of(RuntimeSettings.Transport wanted) {
        return switch (wanted) {
            case AUTO -> best();
            case EPOLL -> epoll();
            case IO_URING -> uring();
            case NIO -> nio();
        };
    }

    /// Whether this machine can do what was asked for; if not, the reason.
    public static String obstacle(RuntimeSettings.Transport wanted) {
        askAnew();
        Throwable reason =
                switch (wanted) {
                    case AUTO, NIO -> null;
                    case EPOLL -> Epoll.unavailabilityCause();
                    case IO_URING -> IoUring.unavailabilityCause();
                };
        return reason == null ? "" : String.valueOf(reason.getMessage());
    }

    /// Whether descriptors can be polled and one address can have a listener per loop.
    public boolean isNative() {
        return !name.equals("nio");
    }

    private static Transport best() {
        if (obstacle(RuntimeSettings.Transport.IO_URING).isEmpty()) return uring();
        return Epoll.isAvailable() ? epoll() : nio();
    }

    private static Transport epoll() {
        return new Transport(
                "epoll",
                EpollIoHandler.newFactory(),
                EpollServerSocketChannel.class,
                EpollServerDomainSocketChannel.class,
                EpollSocketChannel.class,
                EpollDomainSocketChannel.class,
                EpollDatagramChannel.class,
                Vigilance.EPOLL,
                false);
    }

    /// A reset that comes between the event for octets and reading them raises no second event of a
    /// standing poll: it would go unseen. A poll asked anew before each read tells of it.
    ///
    /// A standing accept takes in whoever comes, however many: more than there are descriptors for,
    /// before the first is looked at. One that is asked for anew takes in one.
    private static void askAnew() {
        for (String standing : STANDING) {
            if (System.getProperty(standing) == null) System.setProperty(standing, "false");
        }
    }

    private static Transport uring() {
        askAnew();
        return new Transport(
                "io_uring",
                IoUringIoHandler.newFactory(),
                IoUringServerSocketChannel.class,
                IoUringServerDomainSocketChannel.class,
                IoUringSocketChannel.class,
                IoUringDomainSocketChannel.class,
                IoUringDatagramChannel.class,
                Vigilance.URING,
                true);
    }

    private static Transport nio() {
        return new Transport(
                "nio",
                NioIoHandler.newFactory(),
                NioServerSocketChannel.class,
                NioServerDomainSocketChannel.class,
                NioSocketChannel.class,
                NioDomainSocketChannel.class,
                NioDatagramChannel.class,
                null,
                false);
    }
}
