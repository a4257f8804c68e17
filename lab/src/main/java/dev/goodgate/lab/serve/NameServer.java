package dev.goodgate.lab.serve;

import dev.goodgate.lab.fault.Resolution;
import dev.goodgate.lab.serve.DnsMessage.Question;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A small name server over UDP and TCP that answers each name by its script. A name without one
/// does not exist. Any thread; each query is answered on a virtual thread of its own.
public final class NameServer implements AutoCloseable {
    private static final int LARGEST = 4096;
    private static final int NXDOMAIN = 3;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    private record Script(Resolution resolution, Signals signals, AtomicInteger queries) {}

    /// Listens at once. Throws IOException when the port is taken.
    NameServer(InetSocketAddress at) throws IOException {
        udp = new DatagramSocket(at);
        tcp = new ServerSocket();
        tcp.setReuseAddress(true);
        tcp.bind(at);
        Thread.ofVirtual().name("names udp").start(this::datagrams);
        Thread.ofVirtual().name("names tcp").start(this::connections);
    }

    void script(String name, Resolution resolution, Signals signals) {
        scripts.put(
                name.toLowerCase(Locale.ROOT),
                new Script(resolution, signals, new AtomicInteger()));
    }

    /// Queries of type A seen for this name.
    public int queries(String name) {
        Script script = scripts.get(name.toLowerCase(Locale.ROOT));
        return script == null ? 0 : script.queries().get();
    }

    private void datagrams() {
        while (!udp.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                udp.receive(packet);
                Thread.ofVirtual().start(() -> datagram(packet));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void datagram(DatagramPacket packet) {
        try {
            for (byte[] reply : replies(DnsMessage.question(packet.getData()), false)) {
                udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            // a query that can't be read or answered gets none
        }
    }

    private void connections() {
        while (!tcp.isClosed()) {
            try {
                Socket socket = tcp.accept();
                Thread.ofVirtual().start(() -> connection(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connection(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                List<byte[]> replies = replies(DnsMessage.question(query), true);
                if (replies.isEmpty()) {
                    socket.setSoLinger(true, 0); // refused: RST
                    return;
                }
                for (byte[] reply : replies) {
                    var framed = new ByteArrayOutputStream(reply.length + 2);
                    framed.write(reply.length >>> 8);
                    framed.write(reply.length);
                    framed.writeBytes(reply);
                    out.write(framed.toByteArray());
                }
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            // the resolver went, or sent no query
        }
    }

    private List<byte[]> replies(Question question, boolean overTcp) {
        @Nullable Script script = scripts.get(question.name());
        if (script == null) {
            return List.of(DnsMessage.code(question, NXDOMAIN));
        }
        int nth =
                question.type() == DnsMessage.TYPE_A
                        ? script.queries().incrementAndGet()
                        : script.queries().get();
        return switch (script.resolution()) {
            case Resolution.Code(int rcode) -> List.of(DnsMessage.code(question, rcode));
            case Resolution.Silence() -> List.of();
            case Resolution.Empty() -> List.of(DnsMessage.code(question, 0));
            case Resolution.Truncated() ->
                    overTcp ? List.of() : List.of(DnsMessage.truncated(question));
            case Resolution.Addresses addresses -> List.of(answer(question, addresses));
            case Resolution.Spoofed(int wrong, var right) ->
                    spoofed(answer(question, right), wrong);
            case Resolution.AliasLoop() -> List.of(DnsMessage.aliasLoop(question));
            case Resolution.Malformed() -> List.of(DnsMessage.malformed(question));
            case Resolution.DiesAfterFirst(var first) ->
                    script.signals().given("dead") || nth > 1
                            ? List.of()
                            : List.of(answer(question, first));
            case Resolution.Swaps(var before, var after) ->
                    List.of(answer(question, script.signals().given("swap") ? after : before));
            case Resolution.OverTcp(var addresses) ->
                    List.of(overTcp ? answer(question, addresses) : DnsMessage.truncated(question));
            case Resolution.Slow(var delay, var addresses) -> {
                script.signals().pause(delay);
                yield List.of(answer(question, addresses));
            }
        };
    }

    private static byte[] answer(Question question, Resolution.Addresses addresses) {
        return DnsMessage.addresses(question, addresses.addresses(), addresses.ttlSeconds());
    }

    private static List<byte[]> spoofed(byte[] right, int wrong) {
        var replies = new java.util.ArrayList<byte[]>();
        for (int i = 0; i < wrong; i++) {
            replies.add(
                    i % 2 == 0 ? DnsMessage.wrongId(right, i) : DnsMessage.wrongQuestion(right));
        }
        replies.add(right);
        return replies;
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
