package dev.goodgate.http.structured;

import dev.goodgate.http.structured.BareItem.Bool;
import dev.goodgate.http.structured.BareItem.Bytes;
import dev.goodgate.http.structured.BareItem.Date;
import dev.goodgate.http.structured.BareItem.Decimal;
import dev.goodgate.http.structured.BareItem.Display;
import dev.goodgate.http.structured.BareItem.Int;
import dev.goodgate.http.structured.BareItem.Text;
import dev.goodgate.http.structured.BareItem.Token;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The characters of a value and the kinds of bare items in them. After a fault there are no more.
final class Characters {

    private static final int END = -1;

    /// Stands for a value where a fault makes it meaningless.
    private static final BareItem NOTHING = new Bool(false);

    private final String text;
    private int at;
    private String expected = "";
    private int faultAt = END;

    Characters(String text) {
        this.text = text;
    }

    int peek() {
        return faultAt == END && at < text.length() ? text.charAt(at) : END;
    }

    private int take() {
        int c = peek();
        at += c == END ? 0 : 1;
        return c;
    }

    boolean take(char c) {
        boolean there = peek() == c;
        at += there ? 1 : 0;
        return there;
    }

    void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /// Keeps the first fault.
    void fault(String what) {
        fault(what, at);
    }

    private void fault(String what, int where) {
        if (faultAt == END) {
            expected = what;
            faultAt = where;
        }
    }

    BareItem nothing(String what) {
        fault(what);
        return NOTHING;
    }

    boolean failed() {
        return faultAt != END;
    }

    String expected() {
        return expected;
    }

    int faultAt() {
        return faultAt;
    }

    String key() {
        int from = at;
        if (!Grammar.keyStart(peek())) {
            fault("a key in lower case");
            return "";
        }
        while (Grammar.key(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    BareItem token() {
        int from = at;
        while (Grammar.token(peek())) {
            at++;
        }
        return new Token(text.substring(from, at));
    }

    BareItem number() {
        int from = at;
        take('-');
        int digits = digits();
        if (digits == 0 || digits > (peek() == '.' ? 12 : 15)) {
            return nothing(digits == 0 ? "a digit" : "fewer digits");
        }
        if (!take('.')) {
            return new Int(Long.parseLong(text.substring(from, at)));
        }
        int behind = digits();
        if (behind == 0 || behind > 3) {
            return nothing("one to three digits behind the point");
        }
        return new Decimal(new BigDecimal(text.substring(from, at)));
    }

    private int digits() {
        int from = at;
        while (Grammar.digit(peek())) {
            at++;
        }
        return at - from;
    }

    BareItem date() {
        take('@');
        int from = at;
        BareItem number = number();
        if (number instanceof Int(long seconds)) {
            return new Date(seconds);
        }
        fault("whole seconds", from);
        return NOTHING;
    }

    BareItem bool() {
        take('?');
        if (take('1')) {
            return new Bool(true);
        }
        return take('0') ? new Bool(false) : nothing("0 or 1");
    }

    BareItem string() {
        take('"');
        var value = new StringBuilder();
        while (true) {
            int c = take();
            if (c == '"') {
                return new Text(value.toString());
            }
            if (c == '\\') {
                c = take();
                if (c != '"' && c != '\\') {
                    fault("an escaped quote or backslash", c == END ? at : at - 1);
                    return NOTHING;
                }
            } else if (c < ' ' || c >= 127) {
                fault("printable ASCII and a closing quote", c == END ? at : at - 1);
                return NOTHING;
            }
            value.append((char) c);
        }
    }

    BareItem bytes() {
        take(':');
        int from = at;
        int to = text.indexOf(':', from);
        if (to < 0) {
            return nothing("a closing colon");
        }
        try {
            byte[] octets = Base64.getDecoder().decode(text.substring(from, to));
            at = to + 1;
            return new Bytes(octets);
        } catch (IllegalArgumentException _) {
            return nothing("base64");
        }
    }

    BareItem display() {
        take('%');
        if (!take('"')) {
            return nothing("a quote");
        }
        int from = at;
        var octets = new ByteArrayOutputStream();
        while (true) {
            int c = take();
            if (c == '"') {
                return utf8(octets.toByteArray(), from);
            }
            if (c == '%') {
                int high = lowerHex(take());
                int low = lowerHex(take());
                if (high < 0 || low < 0) {
                    return nothing("two hexadecimal digits in lower case");
                }
                c = (high << 4) | low;
            } else if (c < ' ' || c >= 127) {
                fault("printable ASCII and a closing quote", c == END ? at : at - 1);
                return NOTHING;
            }
            octets.write(c);
        }
    }

    private static int lowerHex(int c) {
        if (Grammar.digit(c)) {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    private BareItem utf8(byte[] octets, int from) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return new Display(decoder.decode(ByteBuffer.wrap(octets)).toString());
        } catch (CharacterCodingException _) {
            fault("UTF-8", from);
            return NOTHING;
        }
    }
}
