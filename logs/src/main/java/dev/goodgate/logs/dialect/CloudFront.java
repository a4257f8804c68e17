package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// CloudFront's standard log: values parted by tabs. The detailed result, such as
/// `OriginConnectError`, is the message.
final class CloudFront implements Dialect {
    @Override
    public String id() {
        return "cloudfront";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.length() < 30 || text.charAt(4) != '-' || text.charAt(10) != '\t') {
            return Optional.empty();
        }
        Columns columns = Columns.tabbed(text);
        int status = Figures.status(columns.get(8));
        if (columns.size() < 14 || (status < 0 && !columns.get(8).equals("000"))) {
            return Optional.empty();
        }
        Clock.Stamp stamp = clock.at(columns.get(0) + "T" + columns.get(1) + "Z", 0);
        String result = columns.get(13);
        String detail = columns.get(28);
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .client(columns.get(4))
                        .request(columns.get(5) + " " + columns.get(7))
                        .host(host(columns))
                        .status(status)
                        .id(columns.get(14))
                        .route(columns.get(2))
                        .millis(Figures.seconds(columns.get(18)))
                        .message(message(result, detail))
                        .pid(line.pid());
        boolean exact = !detail.equals("Error") && detail.endsWith("Error");
        boolean relayed = result.equals("Error") && detail.equals("Error");
        if (relayed && status >= 500) draft.sign("cloudfront.error");
        else if (!exact) StatusSigns.of(draft, status, relayed);
        if (relayed) draft.upstreamStatus(status);
        return Optional.of(draft.done());
    }

    private static String host(Columns columns) {
        String asked = columns.get(15);
        return asked.isEmpty() || asked.equals("-") ? columns.get(6) : asked;
    }

    private static String message(String result, String detail) {
        boolean bad = !result.equals("Hit") && !result.equals("Miss");
        if (!bad || detail.isEmpty() || detail.equals("-")) return "";
        return detail.equals(result) ? result : result + " " + detail;
    }
}
