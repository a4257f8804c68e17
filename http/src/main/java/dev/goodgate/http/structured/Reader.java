package dev.goodgate.http.structured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads structured fields, left to right. RFC 9651 section 4.2.
///
/// The first fault ends the reading: it is kept, and from then on there is nothing more to read, so
/// that every loop ends by itself.
final class Reader {

    private static final int END = -1;

    private final Characters in;

    private Reader(String text) {
        this.in = new Characters(text);
    }

    static <T> Parsed<T> read(String text, Function<Reader, T> structure) {
        var reader = new Reader(text);
        reader.in.skipSpaces();
        T value = structure.apply(reader);
        reader.in.skipSpaces();
        if (reader.in.peek() != END) {
            reader.in.fault("the end");
        }
        return reader.in.failed()
                ? new Parsed.Fault<>(reader.in.expected(), reader.in.faultAt())
                : new Parsed.Value<>(value);
    }

    Item item() {
        BareItem value = bare();
        return new Item(value, parameters());
    }

    List<Member> list() {
        var members = new ArrayList<Member>();
        while (in.peek() != END) {
            members.add(member());
            if (!comma()) {
                break;
            }
        }
        return List.copyOf(members);
    }

    Map<String, Member> dictionary() {
        var members = new LinkedHashMap<String, Member>();
        while (in.peek() != END) {
            String key = in.key();
            if (in.take('=')) {
                members.put(key, member());
            } else if (!in.failed()) {
                members.put(key, new Item(new BareItem.Bool(true), parameters()));
            }
            if (!comma()) {
                break;
            }
        }
        return members;
    }

    /// Takes the comma between two members; false at the end of the value and at a fault.
    private boolean comma() {
        in.skipBlanks();
        if (in.peek() == END) {
            return false;
        }
        if (!in.take(',')) {
            in.fault("a comma");
            return false;
        }
        in.skipBlanks();
        if (in.peek() == END) {
            in.fault("a member after the comma");
        }
        return !in.failed();
    }

    private Member member() {
        return in.peek() == '(' ? inner() : item();
    }

    private InnerList inner() {
        in.take('(');
        var items = new ArrayList<Item>();
        while (!in.failed()) {
            in.skipSpaces();
            if (in.take(')')) {
                return new InnerList(items, parameters());
            }
            items.add(item());
            if (in.peek() != ' ' && in.peek() != ')') {
                in.fault("a space or a closing parenthesis");
            }
        }
        return new InnerList(List.of(), Map.of());
    }

    private Map<String, BareItem> parameters() {
        var parameters = new LinkedHashMap<String, BareItem>();
        while (in.take(';')) {
            in.skipSpaces();
            String key = in.key();
            BareItem value = in.take('=') ? bare() : new BareItem.Bool(true);
            if (!in.failed()) {
                parameters.put(key, value);
            }
        }
        return parameters;
    }

    private BareItem bare() {
        int c = in.peek();
        if (c == '-' || Grammar.digit(c)) {
            return in.number();
        }
        if (Grammar.tokenStart(c)) {
            return in.token();
        }
        return switch (c) {
            case '"' -> in.string();
            case ':' -> in.bytes();
            case '?' -> in.bool();
            case '@' -> in.date();
            case '%' -> in.display();
            default -> in.nothing("a value");
        };
    }
}
