package dev.goodgate.lab.valid;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// One client after the other on one thread: sends the next request and holds the answer against
/// what the upstream sent.
final class Client {
    private static final int LIMIT_MILLIS = 30_000;

    private final InetSocketAddress gateway;
    private final Demand demand;
    private final Messages messages;
    private final Complaints complaints;

    Client(InetSocketAddress gateway, Demand demand, Messages messages, Complaints complaints) {
        this.gateway = gateway;
        this.demand = demand;
        this.messages = messages;
        this.complaints = complaints;
    }

    void run(AtomicInteger next) {
        int number = next.getAndIncrement();
        while (number < demand.requests()) {
            try (Socket socket = new Socket()) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(LIMIT_MILLIS);
                socket.connect(gateway, LIMIT_MILLIS);
                InputStream in = Arrival.buffered(socket.getInputStream());
                boolean stays = true;
                while (stays && number < demand.requests()) {
                    stays = exchange(number, socket, in);
                    number = next.getAndIncrement();
                }
            } catch (IOException | NumberFormatException broken) {
                complaints.refused(number, broken.toString());
                number = next.getAndIncrement();
            }
        }
    }

    /// Whether another request may follow on the connection.
    private boolean exchange(int number, Socket socket, InputStream in) throws IOException {
        Message request = messages.request(number);
        socket.getOutputStream().write(request.wire().getBytes(ISO_8859_1));
        boolean head = request.word(0).equals("HEAD");
        Optional<Arrival> answer = Arrival.read(in, true, head);
        while (answer.isPresent() && answer.get().first().startsWith("HTTP/1.1 103 ")) {
            answer = Arrival.read(in, true, head);
        }
        if (answer.isEmpty()) {
            complaints.refused(number, "closed without an answer");
            return false;
        }
        if (!Arrival.value(answer.get().lines(), "goodgate-incident").isEmpty()) {
            complaints.refused(number, answer.get().first() + " to " + request.start());
        } else {
            Message sent =
                    demand.answersAtLarge(number) ? messages.response(number) : Messages.plain();
            String difference = Normal.response(request, sent, answer.get());
            if (!difference.isEmpty()) complaints.altered(number, "answer: " + difference);
        }
        boolean old = request.word(2).equals("HTTP/1.0");
        String said = Arrival.value(answer.get().lines(), "connection");
        return !old && !said.equals("close") && answer.get().body().kind() != Body.Kind.UNTIL_CLOSE;
    }
}
