package dev.goodgate.diagnosis.fingerprint;

import java.util.ArrayList;
import java.util.List;

/// A response somebody saved, decoded as far as that was possible. Immutable. Texts in it are the
/// sender's: show them through [Printable] only.
///
/// @param status 0 when only a body was saved
/// @param reason the reason phrase, often empty
/// @param body at most 256 KiB, without transfer and content coding
/// @param responses how many responses were saved; this is the last
/// @param remarks what could not be read, for people
public record SavedResponse(
        Form form,
        int status,
        String reason,
        List<Field> fields,
        String body,
        int responses,
        List<Remark> remarks) {

    /// A header field as received, the name in lower case.
    public record Field(String name, String value) {}

    /// What could not be read: what stands behind `note.` in the words, and its value.
    public record Remark(String word, String value) {}

    /// How much of a response was saved.
    public enum Form {
        /// Status line, header and body.
        WHOLE,
        /// A body that looks like a page: HTML, XML or JSON.
        PAGE,
        /// Text that may be a body, or anything else.
        TEXT
    }

    public SavedResponse {
        fields = List.copyOf(fields);
        remarks = List.copyOf(remarks);
    }

    /// Whether status line and header are there.
    public boolean hasHead() {
        return form == Form.WHOLE;
    }

    /// The values of that field (name in lower case), in the order received.
    public List<String> values(String name) {
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.name().equals(name)) values.add(field.value());
        }
        return values;
    }

    /// The first value of that field, empty when there is none.
    public String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? "" : values.getFirst();
    }
}
