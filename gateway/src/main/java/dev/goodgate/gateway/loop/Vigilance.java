package dev.goodgate.gateway.loop;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.uring.IoUringChannelOption;
import java.util.Map;

/// How one transport names the socket options by which a dead peer is noticed: TCP keep-alive, and
/// the longest time that sent octets may stay unacknowledged (TCP_USER_TIMEOUT).
public record Vigilance(
        ChannelOption<Integer> keepIdle,
        ChannelOption<Integer> keepInterval,
        ChannelOption<Integer> keepCount,
        ChannelOption<Integer> userTimeout) {
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
}
