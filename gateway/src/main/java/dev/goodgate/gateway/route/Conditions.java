package dev.goodgate.gateway.route;

import dev.goodgate.gateway.config.RouteSettings.Match;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Head;
import dev.goodgate.http.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a route wants of method and fields besides host and path. Immutable; asking allocates
/// nothing.
final class Conditions {
    private static final byte[] GET = Text.octets("GET");

    /// One field that must be there; an id of 0 means a name that is compared as text.
    @SuppressWarnings("ArrayRecordComponent") // never compared with another
    private record Wanted(int id, byte[] name, byte[] value, boolean anything) {}

    private final byte[][] methods;
    private final Wanted[] fields;

    Conditions(Match match) {
        this.methods = match.methods().stream().map(Text::octets).toArray(byte[][]::new);
        List<Wanted> wanted = new ArrayList<>();
        for (Map.Entry<String, String> field : match.headers().entrySet()) {
            byte[] name = Text.octets(field.getKey().toLowerCase(Locale.ROOT));
            int id = FieldName.of(name, 0, name.length);
            boolean anything = field.getValue().equals("*");
            wanted.add(new Wanted(id, name, Text.octets(field.getValue()), anything));
        }
        this.fields = wanted.toArray(Wanted[]::new);
    }

    /// Whether all of it is there.
    boolean hold(Head head) {
        return method(head) && fields(head);
    }

    /// Whether the method is one of those wanted. GET takes HEAD, too (RFC 9110 section 9.3.2).
    boolean method(Head head) {
        if (methods.length == 0) {
            return true;
        }
        boolean isHead = head.methodId() == Method.HEAD;
        for (byte[] method : methods) {
            if (Text.equal(method, head.octets(), head.methodStart(), head.methodEnd())
                    || (isHead && java.util.Arrays.equals(method, GET))) {
                return true;
            }
        }
        return false;
    }

    boolean fields(Head head) {
        for (Wanted wanted : fields) {
            if (!there(wanted, head)) {
                return false;
            }
        }
        return true;
    }

    private static boolean there(Wanted wanted, Head head) {
        if (wanted.id() > 0) {
            for (int f = head.first(wanted.id()); f >= 0; f = head.next(f)) {
                if (value(wanted, head, f)) {
                    return true;
                }
            }
            return false;
        }
        for (int f = 0; f < head.fieldCount(); f++) {
            if (Text.matches(wanted.name(), head.octets(), head.nameStart(f), head.nameEnd(f))
                    && value(wanted, head, f)) {
                return true;
            }
        }
        return false;
    }

    private static boolean value(Wanted wanted, Head head, int f) {
        return wanted.anything()
                || Text.equal(wanted.value(), head.octets(), head.valueStart(f), head.valueEnd(f));
    }
}
