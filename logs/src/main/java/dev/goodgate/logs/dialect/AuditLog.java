package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Linux's audit of what SELinux and AppArmor forbid, from auditd or from the kernel's log: the
/// program is the route; the port or socket it wanted is the upstream.
final class AuditLog implements Dialect {
    @Override
    public String id() {
        return "audit";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        int audit = text.indexOf("audit(");
        boolean denied = text.contains("avc:  denied") || text.contains("apparmor=\"");
        if (!denied && (audit < 0 || !text.startsWith("type="))) return Optional.empty();
        KeyValues fields = KeyValues.of(text, Math.max(0, text.indexOf("): ", Math.max(audit, 0))));
        long pid = Figures.whole(fields.get("pid"));
        Draft draft =
                Entry.of(id())
                        .at(micros(line, clock, text, audit))
                        .message(text)
                        .route(fields.first("comm", "profile"))
                        .pid(pid > 0 ? (int) Math.min(pid, Integer.MAX_VALUE) : line.pid());
        String port = fields.first("dest", "src");
        if (Figures.whole(port) > 0) draft.upstream(":" + port);
        else if (socket(fields)) draft.upstream(fields.first("path", "name"));
        return Optional.of(draft.done());
    }

    private static boolean socket(KeyValues fields) {
        return fields.first("path", "name").endsWith(".sock")
                || fields.get("operation").equals("connect")
                || fields.get("tclass").endsWith("_socket");
    }

    private static long micros(Line line, Clock clock, String text, int audit) {
        if (audit < 0) return line.micros();
        int from = audit + 6;
        int end = text.indexOf(':', from);
        long epoch = Figures.epochMicros(text.substring(from, end < 0 ? text.length() : end));
        if (epoch != Line.NO_TIME) return epoch;
        Clock.Stamp stamp = clock.at(text, from);
        return stamp.found() ? stamp.micros() : line.micros();
    }
}
