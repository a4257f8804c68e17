package dev.goodgate.diagnosis.answer;

import java.util.List;

/// A finished answer: its status, its own header fields and its body. The fields hold everything an
/// error response must carry but what depends on the connection (`Date`, `Content-Length`,
/// `Connection`). Immutable by agreement: nobody writes to the body's octets.
public final class Answer {

    /// One header field, printable ASCII.
    public record Field(String name, String value) {}

    private final int status;
    private final String phrase;
    private final List<Field> fields;
    private final byte[] body;

    Answer(int status, String phrase, List<Field> fields, byte[] body) {
        this.status = status;
        this.phrase = phrase;
        this.fields = List.copyOf(fields);
        this.body = body;
    }

    /// The status, 0 when the failure has none.
    public int status() {
        return status;
    }

    /// The reason phrase for HTTP/1.1.
    public String phrase() {
        return phrase;
    }

    /// The header fields, in the order to write them.
    public List<Field> fields() {
        return fields;
    }

    /// The body, UTF-8. Not to be written to.
    public byte[] body() {
        return body;
    }

    /// The value of that field, empty when it is not set. For tests and tools.
    public String field(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) return field.value();
        }
        return "";
    }
}
