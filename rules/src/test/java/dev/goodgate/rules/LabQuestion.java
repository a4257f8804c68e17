package dev.goodgate.rules;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A plain GET for one fault of the lab, in the words of one kind of visitor.
record LabQuestion(String probe, String accept, String language, String host) {
    private static final int AT_ONCE = 24;

    /// Some faults of the lab send without end.
    private static final int MOST_OCTETS = 64 << 10;

    /// Asks all of them, some at once; what came, head and body, for each.
    static Map<LabQuestion, String> ask(InetSocketAddress address, List<LabQuestion> questions) {
        Map<LabQuestion, String> answers = new ConcurrentHashMap<>();
        Semaphore turns = new Semaphore(AT_ONCE);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (LabQuestion question : questions) {
                clients.execute(() -> answers.put(question, question.inTurn(turns, address)));
            }
        }
        return answers;
    }

    private String inTurn(Semaphore turns, InetSocketAddress address) {
        turns.acquireUninterruptibly();
        try {
            return answer(address);
        } finally {
            turns.release();
        }
    }

    /// What comes within fifteen seconds, until the gateway closes.
    private String answer(InetSocketAddress address) {
        List<String> request =
                List.of(
                        "GET /" + probe + "/ HTTP/1.1",
                        "Host: " + host,
                        "Accept: " + accept,
                        "Accept-Language: " + language,
                        "Connection: close\r\n\r\n");
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(15_000);
            socket.connect(address, 5_000);
            byte[] octets = String.join("\r\n", request).getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(octets);
            return new String(
                    socket.getInputStream().readNBytes(MOST_OCTETS), StandardCharsets.UTF_8);
        } catch (IOException cut) {
            return "";
        }
    }
}
