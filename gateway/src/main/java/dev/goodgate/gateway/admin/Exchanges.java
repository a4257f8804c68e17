package dev.goodgate.gateway.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/// One request on the admin listener: guard, route, answer. Every answer carries the fields that
/// keep browsers from storing, framing or guessing.
final class Exchanges implements HttpHandler {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final Guard guard;
    private final Routes routes;

    Exchanges(Guard guard, Routes routes) {
        this.guard = guard;
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Reply> refusal =
                    guard.refuse(exchange.getRequestURI(), exchange.getRequestHeaders());
            write(exchange, refusal.orElseGet(() -> answer(exchange)));
        }
    }

    private Reply answer(HttpExchange exchange) {
        try {
            return routes.answer(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    () -> guard.refusePost(exchange.getRequestHeaders()));
        } catch (RuntimeException e) {
            // a bug must not end as a connection that closes without a word
            return Reply.problem(
                    Problem.of(
                            500,
                            "bug",
                            "The admin listener failed",
                            "This is a bug in Goodgate: " + e.getClass().getSimpleName()));
        }
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        Headers fields = exchange.getResponseHeaders();
        fields.set("Content-Type", reply.contentType());
        fields.set("Cache-Control", "no-store");
        fields.set("Content-Security-Policy", POLICY);
        fields.set("X-Content-Type-Options", "nosniff");
        fields.set("Referrer-Policy", "no-referrer");
        reply.fields().forEach(fields::set);
        byte[] body = reply.body().getBytes(UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            fields.set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
