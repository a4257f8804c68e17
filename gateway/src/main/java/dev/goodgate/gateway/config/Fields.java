package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.Parsed.Value;
import dev.goodgate.gateway.config.Parsed.Wrong;
import java.util.List;
import java.util.Locale;

/// Judges methods, field names and field values (RFC 9110 sections 5.1, 5.5 and 9.1).
final class Fields {
    private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]{1,256}";

    /// Fields that frame the message or belong to one connection: the gateway writes them itself.
    private static final List<String> OURS =
            List.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private Fields() {}

    static Parsed method(String text) {
        if (!text.matches("[!#$%&'*+\\-.^_`|~0-9A-Za-z]{1,64}")) {
            return new Wrong("a method such as GET", "");
        }
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.equals("CONNECT") || upper.equals("TRACE")) {
            return new Wrong("a method such as GET", upper + " is never forwarded");
        }
        return upper.equals(text)
                ? new Value(text)
                : new Wrong("a method such as GET, in capitals", "write " + upper);
    }

    static Parsed name(String text) {
        if (text.matches(TOKEN)) {
            return new Value(text);
        }
        String bare = text.strip().replaceAll(":$", "");
        return new Wrong("a field name", bare.matches(TOKEN) ? "write " + bare : "");
    }

    static Parsed changedName(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!OURS.contains(lower)) {
            return name(text);
        }
        return new Wrong(
                "a field the gateway does not write itself",
                lower.equals("host") ? "write rewrite: {host: …}" : "");
    }

    static Parsed value(String text) {
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
            return new Wrong("a field value without CR, LF, NUL and other control characters", "");
        }
        if (text.chars().anyMatch(c -> c > 255)) {
            return new Wrong("a field value of one octet a character", "");
        }
        return text.equals(text.strip())
                ? new Value(text)
                : new Wrong("a field value without space around it", "");
    }
}
