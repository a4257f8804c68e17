package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// IIS's W3C log in its usual order, found by its shape: `date time server-address METHOD /stem
/// query port user client agent [referrer] status substatus win32 [octets octets] millis`. Status
/// and substatus become the sign `iis.sub.502.3`, a Win32 code other than 0 the sign
/// `iis.win32.12002`.
final class IisW3c implements Dialect {
    @Override
    public String id() {
        return "iis-w3c";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.length() < 40 || !dated(text)) return Optional.empty();
        Columns columns = Columns.of(text);
        int method = 2;
        while (method < 6 && !method(columns.get(method))) method++;
        if (method == 6 || !columns.get(method + 1).startsWith("/")) return Optional.empty();
        int code = code(columns, method + 4);
        return code < 0 ? Optional.empty() : entry(line, clock, columns, method, code);
    }

    /// Where status, substatus and Win32 code stand side by side.
    private static int code(Columns columns, int from) {
        for (int i = from; i + 2 < columns.size(); i++) {
            boolean three = columns.number(i) && columns.number(i + 1) && columns.number(i + 2);
            if (three && Figures.status(columns.get(i)) < 600) {
                if (Figures.status(columns.get(i)) > 0) return i;
            }
        }
        return -1;
    }

    private Optional<Entry> entry(Line line, Clock clock, Columns columns, int method, int code) {
        Clock.Stamp stamp = clock.at(columns.get(0) + "T" + columns.get(1) + "Z", 0);
        int status = Figures.status(columns.get(code));
        long substatus = Figures.whole(columns.get(code + 1));
        String win32 = columns.get(code + 2);
        int last = code + 2;
        while (last - code < 5 && columns.number(last + 1)) last++;
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .request(columns.get(method) + " " + columns.get(method + 1))
                        .client(columns.get(method + 5))
                        .status(status)
                        .millis(last > code + 2 ? Figures.whole(columns.get(last)) : -1)
                        .pid(line.pid());
        outcome(draft, status, substatus, win32);
        return Optional.of(draft.done());
    }

    private static void outcome(Draft draft, int status, long substatus, String win32) {
        if (status < 400) return;
        if (substatus < 1000) draft.sign("iis.sub." + status + "." + substatus);
        if (!win32.equals("0") && win32.length() <= 5) draft.sign("iis.win32." + win32);
        boolean exact = status == 500 || status == 503;
        if (substatus == 0 && !exact) StatusSigns.of(draft, status, false);
    }

    private static boolean dated(String text) {
        return text.charAt(4) == '-' && text.charAt(10) == ' ' && text.charAt(19) == ' ';
    }

    private static boolean method(String text) {
        if (text.length() < 3 || text.length() > 17) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && c != '_') return false;
        }
        return true;
    }
}
