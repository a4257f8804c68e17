package dev.goodgate.gateway.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills `${NAME}` and `${NAME:-default}` into scalars after the YAML is parsed, so that a value
/// never changes the structure of the file. `$${` stands for a plain `${`. Values are not looked
/// into again.
final class Variables {
    private static final Pattern SLOT =
            Pattern.compile(
                    "\\$(\\$\\{)|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-((?:[^}$]|\\$(?!\\{))*))?}|\\$\\{([^}]*)}?");

    /// What a scalar became.
    sealed interface Filled {
        /// The text with every slot filled.
        record Text(String text) implements Filled {}

        /// A variable without value and default.
        record Missing(String name) implements Filled {}

        /// A slot that is not written as it must be.
        record Malformed(String slot) implements Filled {}
    }

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    Filled fill(String text) {
        if (!text.contains("${")) {
            return new Filled.Text(text);
        }
        StringBuilder out = new StringBuilder();
        Matcher matcher = SLOT.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(text, from, matcher.start());
            from = matcher.end();
            if (matcher.group(1) != null) {
                out.append("${");
                continue;
            }
            String name = matcher.group(2);
            if (name == null) {
                return new Filled.Malformed(matcher.group());
            }
            String value = environment.getOrDefault(name, "");
            String otherwise = matcher.group(3);
            if (value.isEmpty() && otherwise == null && !environment.containsKey(name)) {
                return new Filled.Missing(name);
            }
            out.append(value.isEmpty() && otherwise != null ? otherwise : value);
        }
        return new Filled.Text(out.append(text, from, text.length()).toString());
    }
}
