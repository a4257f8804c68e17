package dev.goodgate.lab.serve;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.fault.Step;
import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.scenario.Scenario;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/// A listener that plays the fault whose id is the first segment of the path, and otherwise shows
/// its index page. Nobody steers the dialogues here: a signal they wait for is given at once.
public final class DemandStage implements AutoCloseable {
    private final Acceptor acceptor;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Supplier<String> index;

    /// Listens at once. Throws IOException when the address is taken.
    public DemandStage(InetSocketAddress at, Supplier<String> index) throws IOException {
        this.index = index;
        this.acceptor = Acceptor.start(at, this::serve);
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return acceptor.address();
    }

    /// The dialogue that a fault plays on demand; empty for one that needs an address of its own.
    public static Optional<Dialogue> onDemand(Probe probe) {
        return switch (probe.upstreams().getFirst()) {
            case Fault.Plays(var dialogues, _) -> Optional.of(dialogues.getFirst());
            case Fault.Mortal(var dialogue) -> Optional.of(untilKilled(dialogue));
            case Fault.Closed _ -> Optional.empty();
            case Fault.Silent _ -> Optional.empty();
            case Fault.Unaccepted _ -> Optional.empty();
            case Fault.Unix _ -> Optional.empty();
            case Fault.Loop _ -> Optional.empty();
            case Fault.Named _ -> Optional.empty();
            case Fault.Elsewhere _ -> Optional.empty();
        };
    }

    /// What a client sees of a process that is killed where its dialogue would hold.
    private static Dialogue untilKilled(Dialogue dialogue) {
        List<Step> steps = new ArrayList<>(dialogue.steps());
        steps.replaceAll(step -> step instanceof Step.Hold ? new Step.Fin() : step);
        return new Dialogue(steps);
    }

    private void serve(Socket socket) throws IOException {
        var peer = new Peer(socket, new Ledger());
        peer.readHead();
        Optional<Dialogue> dialogue = chosen(peer.head()).flatMap(DemandStage::onDemand);
        if (dialogue.isEmpty()) {
            peer.readBody();
            peer.send(page(peer.head()));
            peer.fin();
            return;
        }
        peer.keepHead();
        var signals = new Signals(stopped, _ -> {});
        for (Step step : dialogue.get().steps()) {
            if (step instanceof Step.Await(String signal)) {
                signals.give(signal);
            }
        }
        new Actor(peer, signals).play(dialogue.get());
    }

    private static Optional<Probe> chosen(String head) {
        String segment = path(head).substring(1).split("/", 2)[0];
        return Catalogue.ALL.stream()
                .filter(scenario -> segment.startsWith(scenario.id()))
                .map(Scenario::probes)
                .flatMap(List::stream)
                .filter(probe -> probe.id().equals(segment) || probe.row().equals(segment))
                .findFirst();
    }

    private static String path(String head) {
        String[] words = head.split(" ", 3);
        return words.length > 1 && words[1].startsWith("/") ? words[1] : "/";
    }

    private String page(String head) {
        if (path(head).equals("/")) {
            return answer("200 OK", "text/html; charset=utf-8", index.get());
        }
        return answer(
                "404 Not Found",
                "text/plain; charset=utf-8",
                "No fault of that name is played here; / lists them all.\n");
    }

    private static String answer(String status, String type, String body) {
        return "HTTP/1.1 "
                + status
                + "\r\nContent-Type: "
                + type
                + "\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
    }

    @Override
    public void close() throws IOException {
        stopped.countDown();
        acceptor.close();
    }
}
