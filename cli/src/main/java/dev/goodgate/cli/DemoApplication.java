package dev.goodgate.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.scenario.Rows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The application of the demo that works: one page with links to those that do not.
final class DemoApplication implements AutoCloseable {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Goodgate demo</title>
            <style>
              body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto;
                     padding: 0 1rem; color: #1b1f24; background: #fff }
              a { color: #0a53a8 } li { margin: .3rem 0 } code { color: #444 }
            </style>
            <h1>This page works</h1>
            <p>An application on this machine sent it, and Goodgate carried it to you. The ones below
            are broken, each in its own way. Click one: the page you get says what happened, where,
            and what to do.</p>
            <ul>
            LINKS</ul>
            <p>What the operator sees: <a href="http://ADMIN/">ADMIN</a></p>
            </html>
            """;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<Probe> probes;
    private volatile String admin = "";

    DemoApplication(List<Probe> probes) throws IOException {
        this.probes = probes;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// Tells where the operator's listener is.
    void knows(String address) {
        admin = address;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            StringBuilder links = new StringBuilder();
            for (Probe probe : probes) {
                links.append("<li><a href=\"/").append(probe.id()).append("/\">");
                links.append(escaped(Rows.of(probe.row()).fault())).append("</a></li>\n");
            }
            byte[] body =
                    PAGE.replace("ADMIN", admin)
                            .replace("LINKS", links)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
