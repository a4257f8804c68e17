package dev.goodgate.gateway.admin;

import com.sun.net.httpserver.HttpServer;
import dev.goodgate.gateway.config.AdminSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/// The admin listener: a small HTTP server beside the data plane, on virtual threads, for operators
/// and their tools. At most 64 requests run at once, further connections are closed; a request head
/// has ten seconds, an answer thirty.
public final class AdminServer implements AutoCloseable {
    private static final int MOST_AT_ONCE = 64;
    private static final int BACKLOG = 32;

    private final HttpServer server;

    private AdminServer(HttpServer server) {
        this.server = server;
    }

    /// Listens on `settings.address()` (`ip:port` or `localhost:port`; port 0: any that is free).
    /// Throws `IllegalArgumentException` when the address is none, or is not a loopback address and
    /// there is no token; `IOException` when it cannot be bound.
    public static AdminServer start(AdminSettings settings, Views views) throws IOException {
        InetSocketAddress address = address(settings.address());
        if (!address.getAddress().isLoopbackAddress() && settings.token().isEmpty()) {
            throw new IllegalArgumentException(
                    "admin.address: "
                            + settings.address()
                            + " is not a loopback address (expected: admin.token beside it, or an"
                            + " address such as 127.0.0.1:9900)");
        }
        limit("sun.net.httpserver.maxReqTime", "10");
        limit("sun.net.httpserver.maxRspTime", "30");
        limit("sun.net.httpserver.idleInterval", "10");
        limit("sun.net.httpserver.maxReqHeaders", "64");
        limit("sun.net.httpserver.maxReqHeaderSize", "16384");
        limit("sun.net.httpserver.nodelay", "true");
        limit("jdk.httpserver.maxConnections", "256");
        HttpServer server = HttpServer.create(address, BACKLOG);
        server.createContext(
                "/",
                new Exchanges(new Guard(settings.hosts(), settings.token()), new Routes(views)));
        server.setExecutor(bounded());
        server.start();
        return new AdminServer(server);
    }

    /// Where it listens, with the real port.
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /// Closes the listener and its connections at once.
    @Override
    public void close() {
        server.stop(0);
    }

    private static Executor bounded() {
        var permits = new Semaphore(MOST_AT_ONCE);
        return task -> {
            if (!permits.tryAcquire()) throw new RejectedExecutionException("admin: busy");
            Thread.ofVirtual()
                    .name("admin")
                    .start(() -> {
                        try {
                            task.run();
                        } finally {
                            permits.release();
                        }
                    });
        };
    }

    /// The JDK's server reads its limits from system properties, once; what the operator set stays.
    private static void limit(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            String host = colon < 0 ? "" : text.substring(0, colon);
            if (host.startsWith("[") && host.endsWith("]")) {
                host = host.substring(1, host.length() - 1);
            }
            InetAddress ip =
                    host.equals("localhost")
                            ? InetAddress.ofLiteral("127.0.0.1")
                            : InetAddress.ofLiteral(host);
            return new InetSocketAddress(ip, port);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "admin.address: \"" + text + "\" (expected: ip:port such as 127.0.0.1:9900)",
                    e);
        }
    }
}
