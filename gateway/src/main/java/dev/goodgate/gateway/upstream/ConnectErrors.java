package dev.goodgate.gateway.upstream;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Symptom;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.unix.Errors;
import java.io.FileNotFoundException;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.Map;

/// What a failed connect means. The kernel's error number decides; where the transport hides it,
/// its text does.
final class ConnectErrors {
    /// One error: its name, the words the C library has for it, the symptom over TCP and over a
    /// unix socket.
    private record Known(String name, String words, Symptom tcp, Symptom unix) {}

    private static final List<Known> KNOWN =
            List.of(
                    new Known(
                            "ECONNREFUSED",
                            "refused",
                            Symptom.CONNECT_REFUSED,
                            Symptom.CONNECT_REFUSED),
                    new Known(
                            "ENOENT",
                            "No such file",
                            Symptom.CONNECT_OTHER,
                            Symptom.CONNECT_SOCKET_MISSING),
                    new Known(
                            "EAGAIN",
                            "temporarily unavailable",
                            Symptom.CONNECT_BACKLOG_FULL,
                            Symptom.CONNECT_BACKLOG_FULL),
                    new Known(
                            "EHOSTUNREACH",
                            "No route to host",
                            Symptom.CONNECT_UNREACHABLE,
                            Symptom.CONNECT_OTHER),
                    new Known(
                            "ENETUNREACH",
                            "Network is unreachable",
                            Symptom.CONNECT_UNREACHABLE,
                            Symptom.CONNECT_OTHER),
                    new Known(
                            "EACCES",
                            "Permission denied",
                            Symptom.CONNECT_UNREACHABLE,
                            Symptom.CONNECT_SOCKET_PERMISSION),
                    new Known(
                            "EPERM",
                            "not permitted",
                            Symptom.CONNECT_UNREACHABLE,
                            Symptom.CONNECT_SOCKET_PERMISSION),
                    new Known(
                            "EINVAL",
                            "Invalid argument",
                            Symptom.CONNECT_UNREACHABLE,
                            Symptom.CONNECT_OTHER),
                    new Known(
                            "EADDRNOTAVAIL",
                            "Cannot assign",
                            Symptom.CONNECT_LOCAL_EXHAUSTED,
                            Symptom.CONNECT_LOCAL_EXHAUSTED),
                    new Known(
                            "EMFILE",
                            "Too many open files",
                            Symptom.CONNECT_LOCAL_EXHAUSTED,
                            Symptom.CONNECT_LOCAL_EXHAUSTED),
                    new Known(
                            "ENOBUFS",
                            "No buffer space",
                            Symptom.CONNECT_LOCAL_EXHAUSTED,
                            Symptom.CONNECT_LOCAL_EXHAUSTED),
                    // A refused SYN is always ECONNREFUSED: a reset means that the handshake was
                    // done.
                    new Known(
                            "ECONNRESET", "reset", Symptom.RESPONSE_RESET, Symptom.RESPONSE_RESET),
                    new Known("EPIPE", "Broken pipe", Symptom.CONNECT_RESET, Symptom.CONNECT_RESET),
                    new Known(
                            "ETIMEDOUT",
                            "timed out",
                            Symptom.CONNECT_TIMEOUT,
                            Symptom.CONNECT_TIMEOUT));

    private ConnectErrors() {}

    static Refusal refusal(Throwable error, Target target, String address) {
        if (error instanceof ConnectTimeoutException) {
            return of(
                    Symptom.CONNECT_TIMEOUT,
                    "no answer to SYN within the connect limit",
                    "ETIMEDOUT",
                    address);
        }
        String text = text(error);
        for (Known known : KNOWN) {
            if (!text.contains(known.words())) continue;
            Symptom symptom =
                    switch (target) {
                        case Target.Tcp _ -> known.tcp();
                        case Target.Unix _ -> known.unix();
                    };
            return of(symptom, details(known, symptom), known.name(), address);
        }
        return of(Symptom.CONNECT_OTHER, "connect failed: " + printable(text), "unknown", address);
    }

    /// Not dialled at all: the process has no file left that it may spend on it.
    static Refusal noDescriptor(String address) {
        Symptom symptom = Symptom.CONNECT_LOCAL_EXHAUSTED;
        String details = "EMFILE (file descriptors exhausted): " + symptom.meaning();
        return of(symptom, details, "EMFILE", address);
    }

    static Refusal of(Symptom symptom, String details, String errno, String address) {
        return new Refusal(
                symptom,
                symptom.phase(),
                details,
                Map.of(),
                List.of(new Evidence.Errno(errno, "connect")),
                address,
                true);
    }

    private static String details(Known known, Symptom symptom) {
        String what =
                switch (known.name()) {
                    case "EADDRNOTAVAIL" -> " (ephemeral ports exhausted)";
                    case "EMFILE" -> " (file descriptors exhausted)";
                    case "EAGAIN" -> " (backlog full)";
                    default -> "";
                };
        return known.name() + what + ": " + symptom.meaning();
    }

    private static String text(Throwable error) {
        StringBuilder all = new StringBuilder();
        int depth = 0;
        for (Throwable at = error; at != null && depth < 8; at = at.getCause(), depth++) {
            if (at instanceof Errors.NativeIoException known)
                all.append(known.expectedErr()).append(' ');
            all.append(at.getMessage()).append(' ').append(hidden(at)).append(' ');
        }
        return all.toString();
    }

    /// What some exceptions say by their type alone.
    private static String hidden(Throwable error) {
        if (error instanceof NoRouteToHostException) return "No route to host";
        return error instanceof FileNotFoundException ? "No such file" : "";
    }

    private static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 120); i++) {
            char c = text.charAt(i);
            clean.append(c >= ' ' && c < 127 ? c : '?');
        }
        return clean.toString();
    }
}
