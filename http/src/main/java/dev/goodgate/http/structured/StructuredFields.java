package dev.goodgate.http.structured;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Reads and writes structured field values. RFC 9651 section 4.
///
/// A value is given as text with one character for each octet; several lines of a list or a
/// dictionary are joined by a comma first. Never throws on what it reads.
public final class StructuredFields {

    private StructuredFields() {}

    /// Reads a field that is one item. RFC 9651 section 4.2.3.
    public static Parsed<Item> item(String value) {
        return Reader.read(value, Reader::item);
    }

    /// Reads a field that is a list; an empty value is an empty list. RFC 9651 section 4.2.1.
    public static Parsed<List<Member>> list(String value) {
        return Reader.read(value, Reader::list);
    }

    /// Reads a field that is a dictionary, in order; an empty value is an empty one. Of several
    /// members with one key the last counts, at the place of the first. RFC 9651 section 4.2.2.
    public static Parsed<Map<String, Member>> dictionary(String value) {
        return Reader.read(value, reader -> Collections.unmodifiableMap(reader.dictionary()));
    }

    /// Writes an item.
    public static String write(Item item) {
        return new Writer().member(item).toString();
    }

    /// Writes a list; an empty one is empty text, and the field is then left out.
    public static String write(List<? extends Member> list) {
        return new Writer().list(list).toString();
    }

    /// Writes a dictionary; an empty one is empty text, and the field is then left out.
    public static String write(Map<String, ? extends Member> dictionary) {
        return new Writer().dictionary(dictionary).toString();
    }
}
