package dev.goodgate.status;

import java.util.Locale;
import java.util.Optional;

/// The class of a status code: its first digit (RFC 9110 section 15), or what is no class at all.
public enum StatusClass {
    /// 100 to 199: interim answers.
    INFORMATIONAL("1xx"),
    /// 200 to 299.
    SUCCESS("2xx"),
    /// 300 to 399.
    REDIRECTION("3xx"),
    /// 400 to 499.
    CLIENT_ERROR("4xx"),
    /// 500 to 599.
    SERVER_ERROR("5xx"),
    /// A number outside 100 to 599, which RFC 9110 calls invalid.
    OUTSIDE("outside"),
    /// No status at all: there was no answer, or the code never stands in a status line.
    NONE("none");

    private final String id;

    StatusClass(String id) {
        this.id = id;
    }

    /// As it is written in files, JSON and on the command line: `5xx`, `outside`, `none`.
    public String id() {
        return id;
    }

    /// The class of that number; 0 and below mean that there is no status.
    public static StatusClass of(int status) {
        if (status <= 0) return NONE;
        return switch (status / 100) {
            case 1 -> INFORMATIONAL;
            case 2 -> SUCCESS;
            case 3 -> REDIRECTION;
            case 4 -> CLIENT_ERROR;
            case 5 -> SERVER_ERROR;
            default -> OUTSIDE;
        };
    }

    /// The class somebody typed: `5xx`, `5XX` or `5`, `outside`, `none`.
    public static Optional<StatusClass> named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        for (StatusClass candidate : values()) {
            boolean digit = wanted.length() == 1 && candidate.id.charAt(0) == wanted.charAt(0);
            if (candidate.id.equals(wanted) || (digit && candidate.id.endsWith("xx"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
