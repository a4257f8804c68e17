package dev.goodgate.http;

/// How much of a message is read before it is refused; sizes in octets.
///
/// @param requestLine longest start line without its line end
/// @param head longest header section, from behind the start line
/// @param fields most field lines in a header or trailer section
/// @param fieldLine longest field line without its line end, folds included
/// @param method longest method
/// @param emptyLines most empty lines before a request line
/// @param chunkLine longest line with a chunk size and its extensions
/// @param trailers longest trailer section
/// @param strictPath whether raw `^`, backtick, `{`, `|` and `}` in a path are refused too
public record Limits(
        int requestLine,
        int head,
        int fields,
        int fieldLine,
        int method,
        int emptyLines,
        int chunkLine,
        int trailers,
        boolean strictPath) {

    /// Checks that every limit is positive and that heads stay below 16 MiB.
    public Limits {
        int least = Math.min(Math.min(requestLine, head), Math.min(fields, fieldLine));
        least = Math.min(Math.min(least, method), Math.min(chunkLine, trailers));
        if (least < 1 || emptyLines < 0) {
            throw new IllegalArgumentException("limits: not positive (expected: at least 1)");
        }
        if (requestLine > 1 << 23 || head > 1 << 23 || trailers > 1 << 23 || fields > 1 << 14) {
            throw new IllegalArgumentException("limits: above 8 MiB or 16384 fields");
        }
    }

    /// What a client may send: 8 KiB of request line, 32 KiB of head, 100 fields.
    public static Limits requests() {
        return new Limits(8 << 10, 32 << 10, 100, 32 << 10, 64, 4, 4 << 10, 32 << 10, false);
    }

    /// What an upstream may send: 8 KiB of status line, 64 KiB of head, 32 KiB a field, 200 fields.
    public static Limits responses() {
        return new Limits(8 << 10, 64 << 10, 200, 32 << 10, 64, 0, 4 << 10, 32 << 10, false);
    }

    /// The same with another longest start line.
    public Limits withRequestLine(int octets) {
        return new Limits(
                octets,
                head,
                fields,
                fieldLine,
                method,
                emptyLines,
                chunkLine,
                trailers,
                strictPath);
    }

    /// The same with another longest header section; no field line may be longer than it.
    public Limits withHead(int octets) {
        int line = Math.min(fieldLine, octets);
        return new Limits(
                requestLine,
                octets,
                fields,
                line,
                method,
                emptyLines,
                chunkLine,
                trailers,
                strictPath);
    }

    /// The same with another number of field lines.
    public Limits withFields(int count) {
        return new Limits(
                requestLine,
                head,
                count,
                fieldLine,
                method,
                emptyLines,
                chunkLine,
                trailers,
                strictPath);
    }

    /// The same, refusing or accepting raw `^`, backtick, `{`, `|` and `}` in a path.
    public Limits withStrictPath(boolean strict) {
        return new Limits(
                requestLine,
                head,
                fields,
                fieldLine,
                method,
                emptyLines,
                chunkLine,
                trailers,
                strict);
    }
}
