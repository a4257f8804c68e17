package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.dns.Networks;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Who is at the other end of a client connection.
final class Peers {
    private Peers() {}

    /// The peer's address without port; empty for a unix socket.
    static String address(@Nullable SocketAddress peer) {
        if (!(peer instanceof InetSocketAddress tcp) || tcp.isUnresolved()) return "";
        String text = tcp.getAddress().getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /// Whether its forwarding fields are believed. A peer on a unix socket is as near as can be,
    /// and yet asked for: it is trusted where any network is.
    static boolean trusted(@Nullable SocketAddress peer, Networks networks) {
        if (peer instanceof InetSocketAddress tcp && !tcp.isUnresolved())
            return networks.contains(tcp.getAddress());
        return !networks.isEmpty();
    }

    /// Whether it sits on this machine.
    static boolean loopback(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress tcp
                && !tcp.isUnresolved()
                && tcp.getAddress().isLoopbackAddress();
    }
}
