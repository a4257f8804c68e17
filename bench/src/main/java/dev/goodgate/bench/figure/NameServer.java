package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A name server (UDP, RFC 1035) that takes its time and then says 127.0.0.1 to every question for
/// an address (A), and nothing to any other.
final class NameServer implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int TYPE_A = 1;

    private final DatagramSocket socket;
    private final Duration delay;
    private final Tools tools;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    NameServer(Duration delay, Tools tools) {
        this.delay = delay;
        this.tools = tools;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new BenchFailure("name server: " + e);
        }
        threads.execute(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            DatagramPacket query = new DatagramPacket(new byte[1500], 1500);
            try {
                socket.receive(query);
            } catch (IOException closed) {
                return;
            }
            threads.execute(() -> answer(query));
        }
    }

    private void answer(DatagramPacket query) {
        tools.pause(delay);
        byte[] message = answerTo(Arrays.copyOf(query.getData(), query.getLength()));
        try {
            socket.send(new DatagramPacket(message, message.length, query.getSocketAddress()));
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private static byte[] answerTo(byte[] query) {
        int end = HEADER;
        while (query[end] != 0) {
            end += query[end] + 1;
        }
        int type = ByteBuffer.wrap(query).getShort(end + 1);
        int question = end + 5 - HEADER;
        int answers = type == TYPE_A ? 1 : 0;
        ByteBuffer out = ByteBuffer.allocate(HEADER + question + 16 * answers);
        out.putShort(ByteBuffer.wrap(query).getShort(0));
        out.putShort((short) 0x8180).putShort((short) 1).putShort((short) answers);
        out.putInt(0).put(query, HEADER, question);
        if (answers == 1) {
            out.putShort((short) 0xC00C).putShort((short) TYPE_A).putShort((short) 1);
            out.putInt(60).putShort((short) 4).put(new byte[] {127, 0, 0, 1});
        }
        return out.array();
    }

    @Override
    public void close() {
        socket.close();
        threads.shutdownNow();
    }
}
