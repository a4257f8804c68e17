package dev.goodgate.gateway.listener;

import dev.goodgate.gateway.config.ListenerSettings;
import dev.goodgate.gateway.dns.Networks;
import dev.goodgate.gateway.exchange.ClientConnection;
import dev.goodgate.gateway.exchange.Door;
import dev.goodgate.gateway.exchange.Edge;
import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.gateway.loop.Vigilance;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.UnixChannelOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One address: a socket a loop where the kernel can spread connections over them (SO_REUSEPORT),
/// else one in all.
final class Listener {
    private static final WriteBufferWaterMark MARKS =
            new WriteBufferWaterMark(64 * 1024, 256 * 1024);

    private final List<Loop> loops;
    private final Edge edge;
    private final Census census;
    private final String text;
    private final List<Channel> sockets = new ArrayList<>();
    private volatile Door door;
    private int backlog;
    private SocketAddress bound = new InetSocketAddress(0);

    Listener(List<Loop> loops, Edge edge, Census census, ListenerSettings settings) {
        this.loops = loops;
        this.edge = edge;
        this.census = census;
        this.text = settings.address();
        this.door = door(settings);
        this.backlog = settings.backlog();
    }

    private static Door door(ListenerSettings settings) {
        return new Door(
                settings.address(), Networks.of(settings.trustedProxies()), settings.strictPath());
    }

    /// The settings of new connections.
    void settings(ListenerSettings settings) {
        door = door(settings);
        backlog = settings.backlog();
    }

    SocketAddress address() {
        return bound;
    }

    void bind() throws BindFailure {
        if (text.startsWith("unix:")) bindUnix(text.substring("unix:".length()));
        else bindTcp(tcp(text));
    }

    private void bindTcp(InetSocketAddress address) throws BindFailure {
        boolean spread = loops.getFirst().transport().isNative();
        SocketAddress place = address;
        for (Loop loop : loops) {
            ServerBootstrap server = server(loop, loop);
            server.channel(loop.transport().tcpServer()).option(ChannelOption.SO_REUSEADDR, true);
            if (spread) server.option(UnixChannelOption.SO_REUSEPORT, true);
            if (spread && loop == loops.getFirst()) probe(address);
            if (spread) {
                Vigilance.inherited(25_000).forEach(server::option);
            } else {
                server.childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_KEEPALIVE, true);
            }
            open(server, place);
            place = sockets.getLast().localAddress();
            if (!spread) break;
        }
        bound = place;
    }

    /// A second process with SO_REUSEPORT would silently share the port: find out first whether
    /// somebody has it. Binds only, and never listens: a client that comes now must not be taken in
    /// and lost.
    private void probe(InetSocketAddress address) throws BindFailure {
        if (address.getPort() == 0) return;
        try (java.net.Socket socket = new java.net.Socket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException taken) {
            throw failure(taken);
        }
    }

    private void bindUnix(String path) throws BindFailure {
        boolean ours = loops.getFirst().transport().isNative();
        stale(Path.of(path));
        ServerBootstrap server = server(loops.getFirst(), loops.getFirst());
        server.channel(loops.getFirst().transport().unixServer());
        SocketAddress address =
                ours ? new DomainSocketAddress(path) : UnixDomainSocketAddress.of(path);
        open(server, address);
        bound = address;
    }

    /// A socket file left by a process that is gone is in the way; one that answers is not ours to
    /// remove.
    private void stale(Path path) throws BindFailure {
        if (!Files.exists(path)) return;
        try (var _ = java.nio.channels.SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            throw new BindFailure("cannot listen on " + text + ": another process listens there");
        } catch (IOException nobody) {
            try {
                Files.delete(path);
            } catch (IOException refused) {
                throw failure(refused);
            }
        }
    }

    private ServerBootstrap server(Loop accepting, Loop serving) {
        return new ServerBootstrap()
                .group(accepting.executor(), serving.executor())
                .option(ChannelOption.SO_BACKLOG, backlog)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, MARKS)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(1024, 2048, 64 * 1024))
                .childHandler(new Welcome(serving));
    }

    private void open(ServerBootstrap server, SocketAddress address) throws BindFailure {
        ChannelFuture done = server.bind(address).awaitUninterruptibly();
        if (!done.isSuccess()) {
            close();
            throw failure(done.cause());
        }
        sockets.add(done.channel());
    }

    private BindFailure failure(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        String plain =
                reason.contains("in use")
                        ? "another process listens there (address already in use)"
                        : reason.contains("ermission denied")
                                ? "no permission (ports below 1024 need the right CAP_NET_BIND_SERVICE)"
                                : reason.contains("annot assign")
                                        ? "this machine has no such address"
                                        : reason;
        return new BindFailure("cannot listen on " + text + ": " + plain);
    }

    /// `host:port`, checked by the configuration reader; `*` and an empty host are every address.
    private static InetSocketAddress tcp(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon);
        int port = Integer.parseInt(text.substring(colon + 1));
        if (host.startsWith("[")) host = host.substring(1, host.length() - 1);
        if (host.isEmpty() || host.equals("*")) return new InetSocketAddress(port);
        if (host.equals("localhost")) host = "127.0.0.1";
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }

    /// Accepts no more; connections that are there live on.
    void close() {
        sockets.forEach(each -> each.close().awaitUninterruptibly(1000));
        sockets.clear();
        if (text.startsWith("unix:")) {
            try {
                Files.deleteIfExists(Path.of(text.substring("unix:".length())));
            } catch (IOException left) {
                edge.bug(left);
            }
        }
    }

    /// Turns an accepted socket into a client connection, or away.
    private final class Welcome extends ChannelInitializer<Channel> {
        private final Loop loop;

        Welcome(Loop loop) {
            this.loop = loop;
        }

        @Override
        public boolean isSharable() {
            return true;
        }

        @Override
        protected void initChannel(Channel channel) {
            if (!census.admit(loop, channel)) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.close();
                return;
            }
            ClientConnection connection = new ClientConnection(loop, edge, door, channel);
            census.joined(loop, connection);
            channel.pipeline().addLast(connection);
        }
    }
}
