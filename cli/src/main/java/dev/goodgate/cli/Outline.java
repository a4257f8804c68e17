package dev.goodgate.cli;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// JSON as an indented outline that people read: one member a line, lists with dashes.
final class Outline {
    private final StringBuilder text = new StringBuilder();

    private Outline() {}

    static String of(JsonNode node) {
        Outline outline = new Outline();
        outline.write(node, 0);
        return outline.text.toString();
    }

    private void write(JsonNode node, int depth) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (isEmpty(member.getValue())) continue;
                text.repeat("  ", depth).append(member.getKey()).append(':');
                value(member.getValue(), depth);
            }
        } else {
            for (JsonNode item : node) {
                text.repeat("  ", depth).append('-');
                value(item, depth);
            }
        }
    }

    private void value(JsonNode value, int depth) {
        if (isFlat(value)) {
            text.append(' ').append(flat(value)).append('\n');
        } else {
            text.append('\n');
            write(value, depth + 1);
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainer() && value.isEmpty();
    }

    /// Whether it fits on a line: a scalar, or a small object of scalars.
    private static boolean isFlat(JsonNode value) {
        if (!value.isContainer()) return true;
        int length = 0;
        for (JsonNode part : value) {
            if (part.isContainer()) return false;
            length += part.asString().length() + 12;
        }
        return length < 120;
    }

    private static String flat(JsonNode value) {
        if (!value.isContainer()) return plain(value.asString());
        StringBuilder line = new StringBuilder();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                line.append(line.isEmpty() ? "" : "  ").append(member.getKey()).append('=');
                line.append(plain(member.getValue().asString()));
            }
        } else {
            for (JsonNode item : value) {
                line.append(line.isEmpty() ? "" : ", ").append(plain(item.asString()));
            }
        }
        return line.toString();
    }

    /// Without control characters: what a server sent must not steer the reader's terminal.
    private static String plain(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                safe.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\u%04x".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
