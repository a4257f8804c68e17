package dev.goodgate.lab.serve;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Step;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Plays a dialogue on one connection. Runs on a virtual thread of its own; a connection the other
/// side ends is the end of the play, not an error.
final class Actor {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Peer peer;
    private final Signals signals;

    Actor(Peer peer, Signals signals) {
        this.peer = peer;
        this.signals = signals;
    }

    void play(Dialogue dialogue) {
        try (peer) {
            for (Step step : dialogue.steps()) {
                if (!play(step)) {
                    return;
                }
            }
            peer.awaitEnd();
        } catch (EOFException e) {
            peer.ended(false);
        } catch (SocketTimeoutException e) {
            // the limit of a step: nothing to tell
        } catch (IOException e) {
            peer.ended(true);
        }
    }

    /// Plays one step. False when the connection is closed after it.
    private boolean play(Step step) throws IOException {
        switch (step) {
            case Step.ReadHead() -> peer.readHead();
            case Step.ReadRequest() -> {
                peer.readHead();
                peer.readBody();
            }
            case Step.ReadOctets(int count) -> peer.skip(count);
            case Step.Send(String octets) -> peer.send(octets);
            case Step.Flood(String octets, int times) -> peer.flood(octets, times);
            case Step.Drip(String octets, Duration between) -> drip(octets, between);
            case Step.Pause(Duration length) -> signals.pause(length);
            case Step.Hold() -> signals.pause(LONGEST);
            case Step.Await(String signal) -> signals.await(signal, LONGEST);
            case Step.Mark(String name) -> signals.give(name);
            case Step.AwaitEnd() -> peer.awaitEnd();
            case Step.Serve() -> serve();
            case Step.ServeOnce() -> {
                peer.readHead();
                peer.answer("Connection: close\r\n");
            }
            case Step.HalfClose() -> peer.halfClose();
            case Step.Fin() -> {
                peer.fin();
                return false;
            }
            case Step.Reset() -> {
                peer.reset();
                return false;
            }
        }
        return true;
    }

    private void drip(String octets, Duration between) throws IOException {
        for (int i = 0; i < octets.length(); i++) {
            peer.send(octets.substring(i, i + 1));
            if (!between.isZero() && signals.pause(between)) {
                throw new SocketException("the lab stopped");
            }
        }
    }

    private void serve() throws IOException {
        do {
            peer.readHead();
            peer.answer("");
        } while (!peer.last());
        peer.fin();
    }
}
