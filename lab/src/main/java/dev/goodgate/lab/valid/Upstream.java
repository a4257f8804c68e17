package dev.goodgate.lab.valid;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

/// One connection from the gateway: holds each request against what its number says was sent, and
/// answers.
final class Upstream {
    private final Socket socket;
    private final Demand demand;
    private final Messages messages;
    private final Complaints complaints;

    Upstream(Socket socket, Demand demand, Messages messages, Complaints complaints) {
        this.socket = socket;
        this.demand = demand;
        this.messages = messages;
        this.complaints = complaints;
    }

    void serve() throws IOException {
        InputStream in = Arrival.buffered(socket.getInputStream());
        boolean stays = true;
        while (stays) {
            Optional<Arrival> request = Arrival.read(in, false, false);
            if (request.isEmpty()) return;
            stays = answer(request.get());
        }
    }

    private boolean answer(Arrival request) throws IOException {
        String text = Arrival.value(request.lines(), Messages.NUMBER);
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < 0 || number >= demand.requests()) {
            complaints.altered(number, "the number was lost: " + request.first());
            return false;
        }
        String difference = Normal.request(messages.request(number), request);
        if (!difference.isEmpty()) complaints.altered(number, "request: " + difference);
        Message answer =
                demand.answersAtLarge(number) ? messages.response(number) : Messages.plain();
        String wire = answer.wire();
        if (request.first().startsWith("HEAD ")) {
            wire = wire.substring(0, wire.length() - answer.body().wire().length());
        }
        socket.getOutputStream().write(wire.getBytes(ISO_8859_1));
        return !answer.closes();
    }
}
