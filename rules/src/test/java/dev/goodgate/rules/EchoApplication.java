package dev.goodgate.rules;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An application that answers with what it was asked, and with its number.
final class EchoApplication implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final int number;

    EchoApplication(int number) throws IOException {
        this.number = number;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        StringBuilder text = new StringBuilder("application " + number + "\n");
        text.append(exchange.getRequestMethod()).append(' ');
        text.append(exchange.getRequestURI()).append('\n');
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        text.append(name.toLowerCase(Locale.ROOT))
                                .append(": ")
                                .append(String.join(", ", values))
                                .append('\n'));
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("X-Powered-By", "patience");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
