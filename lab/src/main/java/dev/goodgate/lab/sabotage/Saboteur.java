package dev.goodgate.lab.sabotage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.goodgate.lab.Insight;
import dev.goodgate.lab.ProxyUnderTest;
import dev.goodgate.lab.Starter;
import dev.goodgate.lab.serve.Acceptor;
import dev.goodgate.lab.serve.Plan;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/// Starts a gateway and stands before it: a relay that spoils what passes.
public final class Saboteur implements Starter {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

    private final Starter starter;
    private final Sabotage sabotage;

    /// Spoils what this starter starts, in this way.
    public Saboteur(Starter starter, Sabotage sabotage) {
        this.starter = starter;
        this.sabotage = sabotage;
    }

    @Override
    public ProxyUnderTest start(String configuration, Plan plan) throws IOException {
        ProxyUnderTest proxy = starter.start(configuration, plan);
        var anywhere = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        Acceptor relay = Acceptor.start(anywhere, client -> relay(client, proxy.address()));
        return new Spoiled(proxy, relay, proxy.insight().map(this::told));
    }

    private Insight told(Insight insight) {
        return switch (sabotage) {
            case LOST_LOG ->
                    new Insight(insight.accessLog().resolveSibling("lost.log"), insight.admin());
            case LOST_INCIDENTS -> new Insight(insight.accessLog(), NOWHERE);
            case SUCCESS_FOR_FAILURE,
                    WRONG_STATUS,
                    NO_ERROR_TYPE,
                    WRONG_ERROR_TYPE,
                    FORGED_LAST_CHUNK,
                    PADDED_BODY,
                    LOST_TAIL,
                    DEAF_TO_LEAVING ->
                    insight;
        };
    }

    private void relay(Socket client, InetSocketAddress to) throws IOException {
        try (var gateway = new Socket()) {
            gateway.setTcpNoDelay(true);
            gateway.connect(to);
            Thread up = Thread.ofVirtual().start(() -> upwards(client, gateway));
            downwards(gateway, client);
            if (sabotage == Sabotage.DEAF_TO_LEAVING) {
                up.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void upwards(Socket client, Socket gateway) {
        try {
            client.getInputStream().transferTo(gateway.getOutputStream());
            if (sabotage != Sabotage.DEAF_TO_LEAVING) {
                gateway.close();
            }
        } catch (IOException e) {
            if (sabotage != Sabotage.DEAF_TO_LEAVING) {
                close(gateway);
            }
        }
    }

    private void downwards(Socket gateway, Socket client) throws IOException {
        byte[] buffer = new byte[65536];
        OutputStream out = client.getOutputStream();
        try {
            for (int read = gateway.getInputStream().read(buffer);
                    read >= 0;
                    read = gateway.getInputStream().read(buffer)) {
                String piece = new String(buffer, 0, read, ISO_8859_1);
                out.write(sabotage.changed(piece).getBytes(ISO_8859_1));
            }
        } finally {
            out.write(sabotage.added().getBytes(ISO_8859_1));
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed as far as can be
        }
    }

    private record Spoiled(ProxyUnderTest proxy, Acceptor relay, Optional<Insight> insight)
            implements ProxyUnderTest {
        @Override
        public InetSocketAddress address() {
            return relay.address();
        }

        @Override
        public void close() throws IOException {
            relay.close();
            proxy.close();
        }
    }
}
