package dev.goodgate.gateway.config;

import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.gateway.config.Parsed.Value;
import dev.goodgate.gateway.config.Parsed.Wrong;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// Judges names and free text.
final class PlainTexts {
    private PlainTexts() {}

    static Parsed text(String text) {
        return text.chars()
                        .anyMatch(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 127)
                ? new Wrong("text without control characters", "")
                : new Value(text);
    }

    static Parsed file(String text) {
        try {
            return text.isBlank() ? new Wrong("a file", "") : new Value(Path.of(text).toString());
        } catch (InvalidPathException e) {
            return new Wrong("a file", "");
        }
    }

    static Parsed label(String text) {
        return text.isBlank()
                        || text.length() > 100
                        || text.chars().anyMatch(c -> c < ' ' || c == 127)
                ? new Wrong("a name of 1 to 100 printable characters", "")
                : new Value(text);
    }

    static Parsed language(String text) {
        List<String> tags = Language.all().stream().map(Language::tag).toList();
        return tags.contains(text)
                ? new Value(text)
                : new Wrong(
                        "one of " + String.join(", ", tags),
                        Language.find(text).map(near -> "write " + near.tag()).orElse(""));
    }

    static Parsed word(String text) {
        return text.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")
                ? new Value(text)
                : new Wrong("a name of letters, digits, dots, dashes and underscores", "");
    }
}
