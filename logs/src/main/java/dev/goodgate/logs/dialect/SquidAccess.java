package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Locale;
import java.util.Optional;

/// Squid's access log, native (`TCP_MISS/503`) or in the combined format with
/// `TCP_MISS:HIER_DIRECT` behind it.
final class SquidAccess implements Dialect {
    @Override
    public String id() {
        return "squid-access";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        Optional<SquidNative> read = SquidNative.of(line, clock);
        if (read.isEmpty()) return combined(line, clock);
        SquidNative squid = read.get();
        if (squid.result().startsWith("ERR_") || line.writer().startsWith("traffic")) {
            return Optional.empty();
        }
        Draft draft = squid.draft(id(), line);
        if (squid.error().isEmpty()) sign(draft, squid);
        else error(draft, squid);
        return Optional.of(draft.done());
    }

    /// A status of 500 and more is proved by the status and by what the result adds; a client that
    /// left before there was a status (`000`) by the result.
    private static void sign(Draft draft, SquidNative squid) {
        String result = squid.result();
        int code = Shape.status(squid.status());
        if (result.equals("TCP_DENIED") && code == 403) draft.sign("squid.err.403");
        if (result.equals("TCP_DENIED") && code == 407) draft.sign("squid.err.407");
        if (code == 413 || code == 431) StatusSigns.of(draft, code, false);
        if (result.endsWith("_ABORTED") && code < 0) draft.sign("squid.tag.aborted");
        if (result.endsWith("_TIMEDOUT") && (code < 0 || code >= 400)) {
            draft.sign("squid.tag.timedout");
        }
        if (code < 500) return;
        if (result.contains("REFRESH_FAIL")) draft.sign("squid.tag.refresh-failed");
        if (result.contains("SWAPFAIL")) draft.sign("squid.tag.swapfail");
        switch (code) {
            case 502, 503 ->
                    draft.sign(squid.asked() ? "squid.err." + code : "squid.err.no-server");
            case 500, 504 -> draft.sign("squid.err." + code);
            default -> StatusSigns.of(draft, code, false);
        }
    }

    /// The name of the error tells more than the status.
    private static void error(Draft draft, SquidNative squid) {
        int code = Shape.status(squid.status());
        String name = squid.error().substring(4).toLowerCase(Locale.ROOT).replace('_', '-');
        switch (name) {
            case "too-big" ->
                    draft.sign(code >= 500 ? "squid.err.answer-too-big" : "squid.err.too-big");
            case "read-error" ->
                    draft.sign(squid.asked() ? "squid.err.read-error" : "squid.err.no-server");
            case "zero-size-object" -> draft.sign("squid.err.zero-size");
            case "invalid-resp" -> draft.sign("squid.err.invalid-response");
            default -> draft.sign("squid.err." + name);
        }
    }

    private Optional<Entry> combined(Line line, Clock clock) {
        String text = line.text();
        int colon = text.lastIndexOf(':');
        int word = colon < 0 ? -1 : text.lastIndexOf(' ', colon) + 1;
        if (word <= 0 || !(text.startsWith("TCP_", word) || text.startsWith("NONE", word))) {
            return Optional.empty();
        }
        Optional<Clf> clf = Clf.of(text);
        return clf.isEmpty() ? Optional.empty() : clf.get().access().entry(id(), line, clock);
    }
}
