package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// The log of Windows's HTTP.sys: `date time client port server port HTTP/1.1 METHOD /path [stream]
/// status site Reason pool [transport]`. What stands from the status on is the message.
final class HttpErr implements Dialect {
    @Override
    public String id() {
        return "httperr";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.length() < 40 || text.charAt(4) != '-' || text.charAt(10) != ' ') {
            return Optional.empty();
        }
        Columns columns = Columns.of(text);
        boolean version = columns.get(6).startsWith("HTTP/") || columns.get(6).equals("-");
        int reason = version ? reason(columns) : -1;
        if (reason < 0) return Optional.empty();
        Clock.Stamp stamp = clock.at(columns.get(0) + "T" + columns.get(1) + "Z", 0);
        String pool = columns.get(reason + 1);
        int status = Figures.status(columns.get(reason - 2));
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .client(columns.get(2))
                        .status(status)
                        .message(message(columns, reason))
                        .route(pool.equals("-") ? "" : pool)
                        .pid(line.pid());
        if (!columns.get(7).equals("-")) {
            draft.request(columns.get(7) + " " + columns.get(8));
        }
        String sign = sign(columns.get(reason), status);
        if (!sign.isEmpty()) draft.sign(sign);
        return Optional.of(draft.done());
    }

    /// The word that follows the status and the site's number, or -1.
    private static int reason(Columns columns) {
        for (int i = 11; i < Math.min(columns.size(), 14); i++) {
            String word = columns.get(i);
            boolean after = number(columns.get(i - 1)) && number(columns.get(i - 2));
            if (after && word.length() > 2 && Character.isUpperCase(word.charAt(0))) return i;
        }
        return -1;
    }

    private static String message(Columns columns, int reason) {
        return columns.get(reason - 2)
                + " "
                + columns.get(reason - 1)
                + " "
                + columns.get(reason)
                + " "
                + columns.get(reason + 1);
    }

    /// What the words alone cannot tell.
    private static String sign(String reason, int status) {
        return switch (reason) {
            case "Disabled" -> "iis.httperr.disabled";
            case "N/A" -> status == 503 ? "iis.httperr.not-available" : "";
            case "BadRequest", "Verb", "URL", "Url", "Host", "Header", "Hostname", "Number" ->
                    "iis.httperr.bad";
            default -> "";
        };
    }

    private static boolean number(String text) {
        return text.equals("-") || Figures.whole(text) >= 0;
    }
}
