package dev.goodgate.gateway.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.goodgate.gateway.config.Parsed.Value;
import dev.goodgate.gateway.config.Parsed.Wrong;

/// Judges paths, regular expressions over paths, and the places redirects lead to.
final class Paths {
    private Paths() {}

    static Parsed path(String text) {
        if (!text.startsWith("/")) {
            String hint = text.matches("[!-~&&[^?#]]+") ? "write /" + text : "";
            return new Wrong("a path that begins with /", hint);
        }
        if (!text.matches("[!-~&&[^?#\\\\]]+")) {
            return new Wrong(
                    "a path of printable ASCII without ?, # and \\, else percent-encoded", "");
        }
        if (text.endsWith("*")) {
            return new Wrong(
                    "a path without wildcard",
                    "a prefix needs none: write "
                            + text.replaceFirst("/?\\*+$", "")
                                    .concat(text.matches("/\\*+") ? "/" : ""));
        }
        boolean dots = text.matches("(?s).*/(\\.|%2[eE]){1,2}(/.*)?");
        return dots || text.contains("//")
                ? new Wrong(
                        "a path without dot segments and double slashes, as requests are matched",
                        "")
                : new Value(text);
    }

    static Parsed regex(String text) {
        try {
            Pattern.compile(text);
            return new Value(text);
        } catch (PatternSyntaxException e) {
            boolean beyond = e.getDescription().contains("perl") || text.contains("(?");
            String why = e.getDescription() + ": " + e.getPattern();
            return new Wrong(
                    "a regular expression of RE2",
                    beyond ? why + "; RE2 has no look-around and no back-references" : why);
        }
    }

    static Parsed place(String text) {
        if (Fields.value(text) instanceof Wrong) {
            return new Wrong("a place without control characters and space around it", "");
        }
        String unknown = text.replaceAll("\\{(host|path|query)}", "");
        if (unknown.contains("{") || unknown.contains("}")) {
            return new Wrong("no slots but {host}, {path} and {query}", "");
        }
        if (!text.matches("[!-~]+")) {
            return new Wrong("a place of printable ASCII, else percent-encoded", "");
        }
        boolean rooted = text.matches("/([^/\\\\].*)?") || text.startsWith("{path}");
        return rooted || text.matches("https?://[^/].*")
                ? new Value(text)
                : new Wrong(
                        "a place such as https://{host}{path}{query} or /new",
                        text.matches("[A-Za-z0-9.-]+\\.[A-Za-z]+(/.*)?")
                                ? "write https://" + text
                                : "");
    }
}
