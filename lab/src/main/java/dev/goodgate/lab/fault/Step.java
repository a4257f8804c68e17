package dev.goodgate.lab.fault;

import java.time.Duration;

/// One thing an upstream does on an accepted connection. A [Dialogue] is a list of these, played in
/// order. Text is ISO-8859-1: one character an octet.
public sealed interface Step {
    /// Reads one request head, up to and including its empty line.
    record ReadHead() implements Step {}

    /// Reads one request: its head and, as its framing says, its body.
    record ReadRequest() implements Step {}

    /// Reads this many octets and looks at none of them.
    record ReadOctets(int count) implements Step {}

    /// Writes these octets in one piece.
    record Send(String octets) implements Step {}

    /// Writes the same octets many times over.
    record Flood(String octets, int times) implements Step {}

    /// Writes one octet at a time, each in its own segment, with this much time between two.
    record Drip(String octets, Duration between) implements Step {}

    /// Does nothing for a while.
    record Pause(Duration length) implements Step {}

    /// Neither reads nor writes until the lab stops.
    record Hold() implements Step {}

    /// Waits for the driver of the scenario to give this signal.
    record Await(String signal) implements Step {}

    /// Tells the driver of the scenario that this point was reached.
    record Mark(String name) implements Step {}

    /// Reads and drops octets until the other side ends the connection.
    record AwaitEnd() implements Step {}

    /// Answers this request and all that follow on the connection as a sound server would: 200, the
    /// body `ok` and the request id.
    record Serve() implements Step {}

    /// Answers one request as a sound server would that ends its connections after each.
    record ServeOnce() implements Step {}

    /// Ends its own direction, takes what still comes, closes: a FIN.
    record Fin() implements Step {}

    /// Ends its own direction only and keeps the connection.
    record HalfClose() implements Step {}

    /// Closes with a RST (SO_LINGER 0).
    record Reset() implements Step {}
}
