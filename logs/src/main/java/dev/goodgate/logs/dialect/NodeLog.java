package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// The head of a Node program's error, its warnings, and what its proxies say. Whom it dialled is
/// the upstream.
final class NodeLog implements Dialect {
    private static final List<String> HEADS =
            List.of(
                    "Error: ",
                    "Error [",
                    "AggregateError",
                    "TypeError: ",
                    "ReferenceError: ",
                    "SyntaxError: ",
                    "RangeError: ",
                    "FetchError: ",
                    "AxiosError",
                    "FATAL ERROR: ",
                    "Uncaught ",
                    "[HPM] ",
                    "[ERROR] [HPM]",
                    "[vite] ",
                    "(node:",
                    "node:internal/",
                    "npm ERR! ",
                    "<--- Last few GCs --->",
                    "Failed to proxy ",
                    "Could not proxy request ",
                    "Proxy error: ");

    private static final List<String> CODES =
            List.of("ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EADDRINUSE", "ETIMEDOUT", "EPIPE");

    @Override
    public String id() {
        return "node";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (!headed(text) && !coded(text)) return Optional.empty();
        return Optional.of(
                Entry.of(id())
                        .at(line.micros())
                        .message(text)
                        .upstream(dialled(text))
                        .pid(pid(line, text))
                        .done());
    }

    private static boolean headed(String text) {
        for (String head : HEADS) {
            if (text.startsWith(head)) return true;
        }
        return false;
    }

    /// Node's names of what failed, before which only words of its own stand.
    private static boolean coded(String text) {
        if (text.isEmpty() || text.charAt(0) == '{' || Figures.digit(text.charAt(0))) return false;
        for (String code : CODES) {
            if (text.contains(code)) return true;
        }
        return false;
    }

    /// The address after `ECONNREFUSED`, else the target that http-proxy-middleware names.
    private static String dialled(String text) {
        String peer = Peer.in(text);
        int to = peer.isEmpty() ? text.indexOf(" to http") : -1;
        if (to < 0)
            return Character.isLetterOrDigit(first(peer)) || peer.startsWith(":") ? peer : "";
        int end = text.indexOf(' ', to + 4);
        return text.substring(to + 4, end < 0 ? text.length() : end);
    }

    private static char first(String text) {
        return text.isEmpty() ? '-' : text.charAt(0);
    }

    private static int pid(Line line, String text) {
        if (!text.startsWith("(node:")) return line.pid();
        return Pids.of(Figures.wholeAt(text, 6), line);
    }
}
