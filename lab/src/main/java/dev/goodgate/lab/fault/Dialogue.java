package dev.goodgate.lab.fault;

import java.time.Duration;
import java.util.List;

/// What an upstream does on one connection, from accept to end. A dialogue that runs out of steps
/// holds the connection open.
public record Dialogue(List<Step> steps) {
    public Dialogue {
        steps = List.copyOf(steps);
    }

    /// A dialogue of these steps.
    public static Dialogue of(Step... steps) {
        return new Dialogue(List.of(steps));
    }

    /// Reads a request head, answers with these octets, ends with a FIN.
    public static Dialogue answers(String octets) {
        return of(readHead(), send(octets), fin());
    }

    /// Answers every request as a sound server would.
    public static Dialogue serves() {
        return of(new Step.Serve());
    }

    /// Answers one request and says that it closes.
    public static Dialogue servesOnce() {
        return of(new Step.ServeOnce(), fin());
    }

    public static Step readHead() {
        return new Step.ReadHead();
    }

    public static Step readRequest() {
        return new Step.ReadRequest();
    }

    public static Step readOctets(int count) {
        return new Step.ReadOctets(count);
    }

    public static Step send(String octets) {
        return new Step.Send(octets);
    }

    public static Step flood(String octets, int times) {
        return new Step.Flood(octets, times);
    }

    public static Step drip(String octets, int betweenMillis) {
        return new Step.Drip(octets, Duration.ofMillis(betweenMillis));
    }

    public static Step pause(int millis) {
        return new Step.Pause(Duration.ofMillis(millis));
    }

    public static Step hold() {
        return new Step.Hold();
    }

    public static Step await(String signal) {
        return new Step.Await(signal);
    }

    public static Step mark(String name) {
        return new Step.Mark(name);
    }

    public static Step awaitEnd() {
        return new Step.AwaitEnd();
    }

    public static Step serve() {
        return new Step.Serve();
    }

    public static Step fin() {
        return new Step.Fin();
    }

    public static Step halfClose() {
        return new Step.HalfClose();
    }

    public static Step reset() {
        return new Step.Reset();
    }
}
