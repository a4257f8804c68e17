package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of an access line, gathered by meaning, then turned into an [Entry] with the signs
/// they prove. The first value of a field holds. For one thread.
final class Access {
    private final Map<Variable, String> values = new EnumMap<>(Variable.class);

    Access set(Variable variable, String value) {
        if (!value.isEmpty()) values.putIfAbsent(variable, value);
        return this;
    }

    String get(Variable variable) {
        return values.getOrDefault(variable, "");
    }

    boolean has(Variable variable) {
        return values.containsKey(variable);
    }

    /// The entry, or empty without a status: an access line that does not say how it ended says
    /// nothing.
    Optional<Entry> entry(String dialect, Line line, Clock clock) {
        int status = Shape.status(get(Variable.STATUS));
        if (status < 0) return Optional.empty();
        int upstreamStatus = Shape.status(last(get(Variable.UPSTREAM_STATUS)));
        Draft draft =
                Entry.of(dialect)
                        .at(time(line, clock))
                        .status(status)
                        .upstreamStatus(upstreamStatus)
                        .millis(millis())
                        .upstream(last(get(Variable.UPSTREAM)))
                        .route(said(Variable.ROUTE))
                        .request(request())
                        .client(said(Variable.CLIENT))
                        .id(get(Variable.ID))
                        .pid(has(Variable.PID) ? Shape.pid(get(Variable.PID)) : line.pid());
        host(draft);
        StatusSigns.of(
                draft, status, status >= 500 && status == upstreamStatus && answered(status));
        return Optional.of(draft.done());
    }

    private long time(Line line, Clock clock) {
        String written = get(Variable.TIME);
        Clock.Stamp stamp = written.isEmpty() ? Clock.Stamp.NONE : clock.at(written, 0);
        return stamp.found() ? stamp.micros() : line.micros();
    }

    private String said(Variable variable) {
        String value = get(variable);
        return value.equals("-") ? "" : value;
    }

    private void host(Draft draft) {
        if (!said(Variable.HOST).isEmpty()) draft.host(get(Variable.HOST));
        else if (!said(Variable.SERVER).isEmpty()) draft.host(get(Variable.SERVER));
    }

    private String request() {
        String whole = get(Variable.REQUEST);
        if (Shape.method(whole) || !has(Variable.URI)) return whole;
        return (has(Variable.METHOD) ? get(Variable.METHOD) : "GET") + " " + get(Variable.URI);
    }

    private long millis() {
        long whole = Shape.millis(get(Variable.REQUEST_TIME));
        if (whole >= 0) return whole;
        long sum = -1;
        for (String one : each(get(Variable.UPSTREAM_TIME))) {
            long millis = Shape.millis(one);
            if (millis >= 0) sum = Math.max(sum, 0) + millis;
        }
        return sum;
    }

    /// Whether the upstream itself sent that status. nginx writes 502 and 504 as the upstream's own
    /// when it could not be reached or did not answer; then it has no header time and no octets.
    private boolean answered(int status) {
        if (last(get(Variable.UPSTREAM)).isEmpty()) return false;
        if (Shape.millis(last(get(Variable.UPSTREAM_TIME))) < 0) return false;
        if (has(Variable.HEADER_TIME)) return Shape.millis(last(get(Variable.HEADER_TIME))) >= 0;
        if (Shape.count(last(get(Variable.UPSTREAM_LENGTH))) > 0) return true;
        return status != 502 && status != 504;
    }

    /// The value of the last try, empty for `-`.
    static String last(String tries) {
        String last = "";
        for (String one : each(tries)) {
            if (!one.equals("-")) last = one;
        }
        return last;
    }

    private static List<String> each(String tries) {
        List<String> found = new ArrayList<>(2);
        Cursor cursor = new Cursor(tries, 0);
        while (!cursor.spaces().end()) {
            String word = cursor.word();
            if (word.endsWith(",")) word = word.substring(0, word.length() - 1);
            for (String part : word.split(",", -1)) {
                if (!part.isEmpty() && !part.equals(":")) found.add(part);
            }
        }
        return found;
    }
}
