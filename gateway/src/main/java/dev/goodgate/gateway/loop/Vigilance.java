package dev.goodgate.gateway.loop;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.uring.IoUringChannelOption;
import java.util.Map;

/// How one transport names the socket options by which a dead peer is noticed: TCP keep-alive, and
/// the longest time that sent octets may stay unacknowledged (TCP_USER_TIMEOUT).
public record Vigilance(
        ChannelOption<Integer> keepIdle,
        ChannelOption<Integer> keepInterval,
        ChannelOption<Integer> keepCount,
        ChannelOption<Integer> userTimeout) {
    private static final int SOL_SOCKET = 1;
    private static final int IPPROTO_TCP = 6;

    static final Vigilance EPOLL =
            new Vigilance(
                    EpollChannelOption.TCP_KEEPIDLE,
                    EpollChannelOption.TCP_KEEPINTVL,
                    EpollChannelOption.TCP_KEEPCNT,
                    EpollChannelOption.TCP_USER_TIMEOUT);
    static final Vigilance URING =
            new Vigilance(
                    IoUringChannelOption.TCP_KEEPIDLE,
                    IoUringChannelOption.TCP_KEEPINTVL,
                    IoUringChannelOption.TCP_KEEPCNT,
                    IoUringChannelOption.TCP_USER_TIMEOUT);

    /// Probes after 10 s of silence, 5 s apart, three of them; octets may stay unacknowledged for
    /// that many milliseconds.
    public Map<ChannelOption<Integer>, Integer> options(int unacknowledgedMillis) {
        return Map.of(
                keepIdle, 10, keepInterval, 5, keepCount, 3, userTimeout, unacknowledgedMillis);
    }

    /// The same for a listening socket, with TCP_NODELAY: on Linux each accepted connection
    /// inherits them, which saves as many system calls a connection as there are options.
    public static Map<ChannelOption<Integer>, Integer> inherited(int unacknowledgedMillis) {
        return Map.of(
                new IntegerUnixChannelOption("SO_KEEPALIVE", SOL_SOCKET, 9), 1,
                new IntegerUnixChannelOption("TCP_NODELAY", IPPROTO_TCP, 1), 1,
                new IntegerUnixChannelOption("TCP_KEEPIDLE", IPPROTO_TCP, 4), 10,
                new IntegerUnixChannelOption("TCP_KEEPINTVL", IPPROTO_TCP, 5), 5,
                new IntegerUnixChannelOption("TCP_KEEPCNT", IPPROTO_TCP, 6), 3,
                new IntegerUnixChannelOption("TCP_USER_TIMEOUT", IPPROTO_TCP, 18),
                        unacknowledgedMillis);
    }
}
