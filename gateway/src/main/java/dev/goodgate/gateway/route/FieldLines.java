package dev.goodgate.gateway.route;

import dev.goodgate.gateway.config.RouteSettings.FieldChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The changes of one route to the fields of a message, ready to write: names that go, lines that
/// come. Immutable.
final class FieldLines {
    private final byte[][] dropped;
    private final byte[] lines;

    FieldLines(FieldChanges changes) {
        List<byte[]> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        changes.remove().forEach(name -> names.add(Text.octets(name.toLowerCase(Locale.ROOT))));
        changes.set().keySet().forEach(n -> names.add(Text.octets(n.toLowerCase(Locale.ROOT))));
        changes.set().forEach((name, value) -> line(name, value, text));
        changes.add().forEach((name, value) -> line(name, value, text));
        this.dropped = names.toArray(byte[][]::new);
        this.lines = Text.octets(text.toString());
    }

    private static void line(String name, String value, StringBuilder text) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    boolean some() {
        return lines.length > 0 || dropped.length > 0;
    }

    byte[] lines() {
        return lines;
    }

    boolean drops(byte[] octets, int from, int to) {
        for (byte[] name : dropped) {
            if (Text.matches(name, octets, from, to)) {
                return true;
            }
        }
        return false;
    }
}
