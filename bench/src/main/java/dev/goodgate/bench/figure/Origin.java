package dev.goodgate.bench.figure;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An application behind the gateway, in this JVM, a virtual thread for each request.
///
/// `Figures` sets the server's properties so that it neither delays small answers nor closes idle
/// connections before the gateway does.
final class Origin implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Origin(HttpHandler application) {
        try {
            server = HttpServer.create(new InetSocketAddress(loopback(), 0), 4096);
        } catch (IOException e) {
            throw new BenchFailure("origin: " + e);
        }
        server.createContext("/", application);
        server.setExecutor(threads);
        server.start();
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String portText() {
        return Integer.toString(port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
