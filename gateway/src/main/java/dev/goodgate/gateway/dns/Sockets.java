package dev.goodgate.gateway.dns;

import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;

/// What questions are asked with: the loop that owns all of the resolver's state, and the kinds of
/// channel that fit it.
///
/// @param loop the event loop
/// @param datagram makes UDP channels for it
/// @param stream makes TCP channels for it, used when an answer is too long for a datagram
public record Sockets(
        EventLoop loop,
        ChannelFactory<? extends DatagramChannel> datagram,
        ChannelFactory<? extends SocketChannel> stream) {}
