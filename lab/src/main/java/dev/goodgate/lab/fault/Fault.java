package dev.goodgate.lab.fault;

import java.util.List;

/// What goes wrong behind a gateway. Each endpoint of a scenario is one fault; a sound endpoint is
/// a fault too, the one that [#sound()] gives.
public sealed interface Fault {
    /// A TCP port that is taken but that nothing listens on: a SYN gets a RST.
    record Closed() implements Fault {}

    /// A listener with a full accept queue: a SYN gets no answer.
    record Silent() implements Fault {}

    /// A listener whose kernel accepts and whose program never does.
    record Unaccepted() implements Fault {}

    /// A listener that plays a dialogue a connection; the last one serves all further connections.
    /// A receive buffer of 0 octets means that of the system.
    record Plays(List<Dialogue> connections, int receiveBuffer) implements Fault {
        public Plays {
            connections = List.copyOf(connections);
            if (connections.isEmpty()) {
                throw new IllegalArgumentException("connections: empty (expected: one or more)");
            }
        }
    }

    /// A process of its own that plays a dialogue until the driver kills or freezes it.
    record Mortal(Dialogue dialogue) implements Fault {}

    /// A unix socket in one of four broken states.
    record Unix(SocketState state) implements Fault {}

    /// The gateway's own listener behind another name: a loop.
    record Loop() implements Fault {}

    /// A name that the lab's resolver answers by script; servers of this dialogue listen on these
    /// loopback addresses, all on the same port.
    record Named(Resolution resolution, List<String> serving, Dialogue dialogue) implements Fault {
        public Named {
            serving = List.copyOf(serving);
        }
    }

    /// An address nobody serves; the namespace of the scenario decides what becomes of a packet.
    record Elsewhere(String address) implements Fault {}

    /// The ways a unix socket can be unusable.
    enum SocketState {
        /// No file.
        MISSING,
        /// A file that the gateway may not write to.
        FORBIDDEN,
        /// A file that outlived its server.
        STALE,
        /// A listener with a full accept queue.
        BUSY
    }

    /// An endpoint that works.
    static Fault sound() {
        return plays(Dialogue.serves());
    }

    /// Plays these dialogues, one a connection.
    static Fault plays(Dialogue... connections) {
        return new Plays(List.of(connections), 0);
    }
}
