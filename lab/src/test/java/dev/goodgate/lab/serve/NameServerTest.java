package dev.goodgate.lab.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.lab.fault.Resolution;
import dev.goodgate.lab.fault.Resolution.Addresses;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The name server answers each name as its script says, over UDP and TCP.
final class NameServerTest {
    private static final Addresses ONE = new Addresses(List.of("127.0.0.7"), 60);
    private final Signals signals = new Signals(new CountDownLatch(1), _ -> {});
    private InetSocketAddress at;
    private NameServer names;

    @BeforeEach
    void open() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            at = (InetSocketAddress) free.getLocalSocketAddress();
        }
        names = new NameServer(at);
    }

    @AfterEach
    void close() throws IOException {
        names.close();
    }

    @Test
    void a_name_without_a_script_does_not_exist() throws IOException {
        assertThat(rcode(udp("nobody.test", 200))).isEqualTo(3);
    }

    @Test
    void a_code_is_sent_as_it_is() throws IOException {
        names.script("a.test", new Resolution.Code(2), signals);
        assertThat(rcode(udp("a.test", 200))).isEqualTo(2);
    }

    @Test
    void an_address_is_the_last_four_octets() throws IOException {
        names.script("a.test", ONE, signals);
        byte[] reply = udp("A.test", 200);
        assertThat(answers(reply)).isEqualTo(1);
        assertThat(reply).endsWith(new byte[] {127, 0, 0, 7});
        assertThat(names.queries("a.test")).isEqualTo(1);
    }

    @Test
    void silence_is_no_reply() {
        names.script("a.test", new Resolution.Silence(), signals);
        assertThatThrownBy(() -> udp("a.test", 200)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_truncated_answer_says_so_and_its_tcp_is_reset() throws IOException {
        names.script("a.test", new Resolution.Truncated(), signals);
        assertThat(udp("a.test", 200)[2] & 2).isEqualTo(2);
        assertThatThrownBy(() -> tcp("a.test")).isInstanceOf(IOException.class);
    }

    @Test
    void five_hundred_addresses_come_over_tcp() throws IOException {
        var many = new Addresses(Collections.nCopies(500, "127.0.0.7"), 1);
        names.script("a.test", new Resolution.OverTcp(many), signals);
        assertThat(udp("a.test", 200)[2] & 2).isEqualTo(2);
        assertThat(answers(tcp("a.test"))).isEqualTo(500);
    }

    @Test
    void twenty_wrong_replies_come_before_the_right_one() throws IOException {
        names.script("a.test", new Resolution.Spoofed(20, ONE), signals);
        try (var socket = asked("a.test", 1000)) {
            byte[] query = query("a.test");
            for (int i = 0; i < 20; i++) {
                assertThat(java.util.Arrays.equals(reply(socket), 0, 20, query, 0, 20)).isFalse();
            }
            byte[] right = reply(socket);
            assertThat(right).startsWith(query[0], query[1]).endsWith(127, 0, 0, 7);
        }
    }

    @Test
    void a_swap_changes_the_answer() throws IOException {
        var other = new Addresses(List.of("127.0.0.8"), 1);
        names.script("a.test", new Resolution.Swaps(ONE, other), signals);
        assertThat(udp("a.test", 500)).endsWith(127, 0, 0, 7);
        signals.give("swap");
        assertThat(udp("a.test", 500)).endsWith(127, 0, 0, 8);
    }

    @Test
    void a_resolver_that_dies_answers_once() throws IOException {
        names.script("a.test", new Resolution.DiesAfterFirst(ONE), signals);
        assertThat(answers(udp("a.test", 500))).isEqualTo(1);
        assertThatThrownBy(() -> udp("a.test", 200)).isInstanceOf(SocketTimeoutException.class);
    }

    private static int rcode(byte[] reply) {
        return reply[3] & 0xf;
    }

    private static int answers(byte[] reply) {
        return (reply[6] & 0xff) << 8 | (reply[7] & 0xff);
    }

    private byte[] udp(String name, int millis) throws IOException {
        try (var socket = asked(name, millis)) {
            return reply(socket);
        }
    }

    private DatagramSocket asked(String name, int millis) throws IOException {
        var socket = new DatagramSocket();
        socket.setSoTimeout(millis);
        byte[] query = query(name);
        socket.send(new DatagramPacket(query, query.length, at));
        return socket;
    }

    private static byte[] reply(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[4096], 4096);
        socket.receive(packet);
        return java.util.Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private byte[] tcp(String name) throws IOException {
        try (var socket = new Socket(at.getAddress(), at.getPort())) {
            byte[] query = query(name);
            socket.getOutputStream().write(query.length >>> 8);
            socket.getOutputStream().write(query.length);
            socket.getOutputStream().write(query);
            var in = new DataInputStream(socket.getInputStream());
            byte[] reply = new byte[in.readUnsignedShort()];
            in.readFully(reply);
            return reply;
        }
    }

    /// A query of type A with the id 0x1234.
    private static byte[] query(String name) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        for (String label : name.split("\\.", -1)) {
            out.write(label.length());
            out.writeBytes(label.getBytes(US_ASCII));
        }
        out.writeBytes(new byte[] {0, 0, 1, 0, 1});
        return out.toByteArray();
    }
}
