package dev.goodgate.diagnosis;

import java.util.Locale;
import java.util.Set;

/// Takes secrets out of what is kept or printed: names stay, values become `[redacted]`. Works on
/// text of any size in linear time; never throws. Stateless; safe for any thread.
public final class Redaction {
    /// What stands where a secret stood.
    public static final String MARK = "[redacted]";

    private static final Set<String> HEADERS =
            Set.of(
                    "authorization",
                    "proxy-authorization",
                    "cookie",
                    "set-cookie",
                    "cookie2",
                    "set-cookie2",
                    "www-authenticate",
                    "proxy-authenticate",
                    "authentication-info",
                    "proxy-authentication-info",
                    "x-api-key",
                    "api-key",
                    "apikey",
                    "x-apikey",
                    "x-csrftoken",
                    "x-xsrf-token",
                    "x-amz-security-token",
                    "x-vault-token",
                    "private-token",
                    "idempotency-key",
                    "sec-websocket-key",
                    "sec-websocket-protocol");

    private static final Set<String> HEADER_ENDS =
            Set.of("token", "secret", "password", "passwd", "apikey", "api-key", "signature");

    private static final Set<String> QUERY_NAMES =
            Set.of(
                    "sig",
                    "code",
                    "session",
                    "sid",
                    "sessionid",
                    "auth",
                    "jwt",
                    "otp",
                    "pin",
                    "pwd");

    private static final Set<String> QUERY_PARTS =
            Set.of(
                    "token",
                    "key",
                    "secret",
                    "password",
                    "passwd",
                    "signature",
                    "session",
                    "credential");

    private Redaction() {}

    /// Whether the value of that header field is a secret: the listed names, `X-Auth-*`, `*-Token`,
    /// `*-Secret` and their close relatives.
    public static boolean secretHeader(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (HEADERS.contains(lower) || lower.startsWith("x-auth")) return true;
        for (String end : HEADER_ENDS) {
            if (lower.endsWith(end)) return true;
        }
        return false;
    }

    /// The value as it may be kept: [#MARK] for secrets, else with the URLs in it redacted.
    public static String header(String name, String value) {
        return secretHeader(name) ? MARK : text(value);
    }

    /// A request target or URL: userinfo, and query values whose names sound like secrets.
    public static String target(String target) {
        return text(target);
    }

    /// A message head, line by line: the start line and each field. Folded lines share the fate of
    /// the field they continue.
    public static String head(String head) {
        StringBuilder out = new StringBuilder(head.length());
        boolean secret = false;
        boolean first = true;
        for (int from = 0; from < head.length(); ) {
            int feed = head.indexOf('\n', from);
            int next = feed < 0 ? head.length() : feed + 1;
            int end = feed > from && head.charAt(feed - 1) == '\r' ? feed - 1 : feed;
            String line = head.substring(from, feed < 0 ? next : end);
            int colon = line.indexOf(':');
            boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (first || (!folded && colon < 0)) {
                secret = false;
                out.append(text(line));
            } else if (folded) {
                out.append(secret ? " " + MARK : text(line));
            } else {
                String name = line.substring(0, colon);
                secret = secretHeader(name);
                out.append(name).append(':');
                out.append(secret ? " " + MARK : text(line.substring(colon + 1)));
            }
            out.append(head, from + line.length(), next);
            from = next;
            first = false;
        }
        return out.toString();
    }

    /// Free text: the userinfo of any URL in it, and the values of `name=value` pairs whose names
    /// sound like secrets.
    public static String text(String text) {
        return pairs(userinfo(text));
    }

    private static boolean secretName(String name) {
        String lower = decoded(name).toLowerCase(Locale.ROOT);
        if (QUERY_NAMES.contains(lower)) return true;
        for (String part : QUERY_PARTS) {
            if (lower.contains(part)) return true;
        }
        return false;
    }

    /// A percent-encoded letter must not hide a word.
    private static String decoded(String name) {
        if (name.indexOf('%') < 0) return name;
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int high =
                    c == '%' && i + 2 < name.length()
                            ? Character.digit(name.charAt(i + 1), 16)
                            : -1;
            int low = high >= 0 ? Character.digit(name.charAt(i + 2), 16) : -1;
            if (low >= 0) i += 2;
            out.append(low >= 0 ? (char) (high * 16 + low) : c);
        }
        return out.toString();
    }

    private static String pairs(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) return text;
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (equals >= 0) {
            int start = equals;
            while (start > copied && isName(text.charAt(start - 1))) start--;
            int end = equals + 1;
            while (end < text.length() && isValue(text.charAt(end))) end++;
            if (end > equals + 1 && secretName(text.substring(start, equals))) {
                out.append(text, copied, equals + 1).append(MARK);
                copied = end;
            }
            equals = text.indexOf('=', Math.max(end, equals + 1));
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || "_-.%[]$~".indexOf(c) >= 0;
    }

    /// A secret may hold `;` and `,`: what follows them up to the next `&` goes too.
    private static boolean isValue(char c) {
        return c > ' ' && c != '&' && c != '#' && c != '"' && c != '\'';
    }

    private static String userinfo(String text) {
        int scheme = text.indexOf("//");
        if (scheme < 0 || text.indexOf('@', scheme) < 0) return text;
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (scheme >= 0) {
            int from = scheme + 2;
            int at = -1;
            int i = from;
            while (i < text.length() && "/?# \t\"'<>".indexOf(text.charAt(i)) < 0) {
                if (text.charAt(i) == '@') at = i;
                i++;
            }
            if (at >= 0) {
                out.append(text, copied, from).append(MARK);
                copied = at;
            }
            scheme = text.indexOf("//", i);
        }
        return out.append(text, copied, text.length()).toString();
    }
}
