package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;

/// A diagnosis as one line of `key=value` for a log: values with anything but plain printable ASCII
/// are quoted, and what could break the line is escaped. For operators.
public final class LogLine {
    private LogLine() {}

    /// The line, without its end.
    public static String of(Diagnosis diagnosis, boolean idempotent) {
        Failure failure = diagnosis.failure();
        StringBuilder out = new StringBuilder(160);
        add(out, "incident", diagnosis.incident().text());
        add(out, "status", Integer.toString(failure.status()));
        add(out, "symptom", failure.symptom().id());
        add(out, "hop", failure.hop().id());
        add(out, "phase", failure.phase().id());
        add(out, "retry", failure.retry().name());
        add(out, "retryable", Boolean.toString(RetryAdvice.retryable(failure, idempotent)));
        add(out, "attempts", Integer.toString(failure.attempts().size()));
        if (!diagnosis.causes().isEmpty()) {
            add(out, "cause", diagnosis.causes().getFirst().cause().id());
        }
        if (!failure.details().isEmpty()) add(out, "details", failure.details());
        return out.toString();
    }

    private static void add(StringBuilder out, String key, String value) {
        if (!out.isEmpty()) out.append(' ');
        out.append(key).append('=');
        if (isPlain(value)) {
            out.append(value);
            return;
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '=') return false;
        }
        return !value.isEmpty();
    }
}
