package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// nginx's access log in the combined format, plain or with fields behind it (the `main` of its
/// packages, ingress-nginx, times and addresses of upstreams). Whole or cut at either end.
final class NginxAccess implements Dialect {
    @Override
    public String id() {
        return "nginx-access";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        if (line.text().endsWith("ms")) return Optional.empty();
        Optional<Clf> clf = Clf.of(line.text());
        if (clf.isEmpty()) return Optional.empty();
        Access access = clf.get().access();
        Tail.read(clf.get().tail(), access);
        return access.entry(id(), line, clock);
    }
}
