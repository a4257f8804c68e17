package dev.goodgate.gateway.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A name server on 127.0.0.1 that answers each question with the octets its script returns.
final class ScriptedServer implements AutoCloseable {
    static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    /// A question as received; answers are built from it.
    record Asked(String octets, String name, int type, boolean stream) {

        boolean four() {
            return type == 1;
        }

        /// A reply with that code, no records.
        byte[] code(int rcode) {
            return reply(0x8180 | rcode, List.of());
        }

        /// A reply with one address record each, all with that TTL.
        byte[] addresses(int ttl, String... literals) {
            List<byte[]> records = new ArrayList<>();
            for (String literal : literals) {
                byte[] data = InetAddress.ofLiteral(literal).getAddress();
                records.add(
                        record(new byte[] {(byte) 0xC0, 12}, data.length == 4 ? 1 : 28, ttl, data));
            }
            return reply(0x8180, records);
        }

        byte[] alias(String target) {
            return reply(
                    0x8180, List.of(record(new byte[] {(byte) 0xC0, 12}, 5, 60, wire(target))));
        }

        byte[] reply(int flags, List<byte[]> answers) {
            int end = 12 + wire(name).length + 4;
            byte[] out = octets.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
            out[2] = (byte) (flags >> 8);
            out[3] = (byte) flags;
            out[6] = (byte) (answers.size() >> 8);
            out[7] = (byte) answers.size();
            out[10] = out[11] = 0;
            for (byte[] answer : answers) out = join(out, answer);
            return out;
        }
    }

    /// The script: what to send back, in order; nothing for silence.
    interface Script {
        List<byte[]> answer(Asked asked);
    }

    private final DatagramSocket datagrams;
    private final ServerSocket streams;
    private volatile Script script;
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        this.streams = new ServerSocket(0, 16, HERE);
        this.datagrams = new DatagramSocket(streams.getLocalPort(), HERE);
        Thread.ofVirtual().start(this::datagrams);
        Thread.ofVirtual().start(this::streams);
    }

    String address() {
        return "127.0.0.1:" + datagrams.getLocalPort();
    }

    void script(Script next) {
        script = next;
    }

    long questions(int type) {
        return asked.stream().filter(a -> a.type() == type).count();
    }

    /// No TCP from here on.
    void refuseStreams() throws IOException {
        streams.close();
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        streams.close();
    }

    private void datagrams() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                datagrams.receive(packet);
                byte[] message = Arrays.copyOf(packet.getData(), packet.getLength());
                for (byte[] reply : answer(message, false)) {
                    datagrams.send(
                            new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void streams() {
        while (!streams.isClosed()) {
            try (Socket socket = streams.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                byte[] message = in.readNBytes(in.readUnsignedShort());
                for (byte[] reply : answer(message, true)) {
                    ByteArrayOutputStream framed = new ByteArrayOutputStream();
                    framed.write(reply.length >> 8);
                    framed.write(reply.length);
                    framed.write(reply);
                    out.write(framed.toByteArray());
                }
            } catch (IOException _) {
                // Closed, by us or by the client.
            }
        }
    }

    private List<byte[]> answer(byte[] message, boolean stream) {
        StringBuilder name = new StringBuilder();
        int at = 12;
        while (message[at] != 0) {
            if (!name.isEmpty()) name.append('.');
            name.append(new String(message, at + 1, message[at], StandardCharsets.US_ASCII));
            at += 1 + message[at];
        }
        Asked question =
                new Asked(
                        new String(message, StandardCharsets.ISO_8859_1),
                        name.toString(),
                        message[at + 2],
                        stream);
        asked.add(question);
        return script.answer(question);
    }

    static byte[] wire(String name) {
        return Message.wire(name).getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] record(byte[] owner, int type, int ttl, byte[] data) {
        byte[] fixed = {
            0,
            (byte) type,
            0,
            1,
            (byte) (ttl >> 24),
            (byte) (ttl >> 16),
            (byte) (ttl >> 8),
            (byte) ttl,
            (byte) (data.length >> 8),
            (byte) data.length
        };
        return join(join(owner, fixed), data);
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
