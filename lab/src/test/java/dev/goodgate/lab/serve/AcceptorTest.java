package dev.goodgate.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class AcceptorTest {
    private static final InetSocketAddress ANYWHERE =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

    private static void echo(Socket socket) throws IOException {
        socket.getInputStream().transferTo(socket.getOutputStream());
    }

    @Test
    void once_closed_the_address_refuses() throws IOException {
        for (int round = 0; round < 500; round++) {
            Acceptor acceptor = Acceptor.start(ANYWHERE, AcceptorTest::echo);
            InetSocketAddress address = acceptor.address();
            acceptor.close();
            assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()).close())
                    .as("round %s", round)
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void closing_ends_the_connections_that_are_open() throws IOException {
        Acceptor acceptor = Acceptor.start(ANYWHERE, AcceptorTest::echo);
        InetSocketAddress address = acceptor.address();
        try (Socket client = new Socket(address.getAddress(), address.getPort())) {
            client.setSoTimeout(10_000);
            client.getOutputStream().write('a');
            assertThat(client.getInputStream().read()).isEqualTo('a');
            acceptor.close();
            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @Test
    void a_taken_address_is_said_at_once() throws IOException {
        try (Acceptor acceptor = Acceptor.start(ANYWHERE, AcceptorTest::echo)) {
            assertThatThrownBy(() -> Acceptor.start(acceptor.address(), AcceptorTest::echo))
                    .isInstanceOf(BindException.class);
        }
    }
}
