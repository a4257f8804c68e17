package dev.goodgate.lab.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A response as a client saw it on the wire. Status 0: no status line came. `body` holds the first
/// 64 KiB, one character an octet; `octets` counts all.
public record Answer(
        int status,
        List<Integer> interim,
        List<Field> fields,
        String body,
        long octets,
        Wholeness wholeness,
        Ending ending) {

    /// One field line.
    public record Field(String name, String value) {}

    /// Whether the body came as its framing promised (RFC 9112 section 6.3 and 8).
    public enum Wholeness {
        /// The framing proves that all of it came.
        WHOLE,
        /// The client can see that some is missing.
        CUT,
        /// The end of the connection is the end of the body: nothing proves that it was all.
        UNPROVABLE
    }

    /// How the reading ended.
    public enum Ending {
        /// The message was at its end; the connection stays.
        MESSAGE,
        /// A FIN.
        FIN,
        /// A RST.
        RESET,
        /// Nothing came for too long.
        TIMEOUT
    }

    /// An answer of which nothing came.
    public static Answer nothing(Ending ending) {
        return new Answer(0, List.of(), List.of(), "", 0, Wholeness.CUT, ending);
    }

    /// All values of a field, in order.
    public Stream<String> values(String name) {
        return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).map(Field::value);
    }

    /// The `error` parameter of Proxy-Status (RFC 9209 section 2.1.1), when the field has one.
    public Optional<String> proxyError() {
        return values("proxy-status")
                .flatMap(value -> Stream.of(value.split("[;,]")))
                .map(String::strip)
                .filter(part -> part.startsWith("error="))
                .map(part -> part.substring("error=".length()))
                .findFirst();
    }
}
