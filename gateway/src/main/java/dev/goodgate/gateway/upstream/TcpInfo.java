package dev.goodgate.gateway.upstream;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.channel.uring.IoUringTcpInfo;

/// What the kernel knows of a TCP connection, as words for an incident.
final class TcpInfo {
    private TcpInfo() {}

    /// TCP_INFO as `name=value` words, empty where the transport has none or the socket is gone.
    static String of(Channel channel) {
        if (!channel.isOpen()) return "";
        try {
            return switch (channel) {
                case EpollSocketChannel tcp -> words(tcp.tcpInfo());
                case IoUringSocketChannel tcp -> words(tcp.tcpInfo());
                default -> "";
            };
        } catch (RuntimeException gone) {
            return "";
        }
    }

    private static String words(EpollTcpInfo info) {
        return words(
                info.state(),
                info.rtt(),
                info.rttvar(),
                info.retransmits(),
                info.totalRetrans(),
                info.unacked(),
                info.sndCwnd(),
                info.sndMss());
    }

    private static String words(IoUringTcpInfo info) {
        return words(
                info.state(),
                info.rtt(),
                info.rttvar(),
                info.retransmits(),
                info.totalRetrans(),
                info.unacked(),
                info.sndCwnd(),
                info.sndMss());
    }

    private static final String[] NAMES = {
        "state", "rtt", "rttvar", "retransmits", "totalRetrans", "unacked", "sndCwnd", "sndMss"
    };

    /// The values in the order of their names.
    private static String words(long... values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append(' ');
            text.append(NAMES[i]).append('=').append(values[i]);
        }
        return text.toString();
    }
}
