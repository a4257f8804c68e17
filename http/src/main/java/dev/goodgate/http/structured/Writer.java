package dev.goodgate.http.structured;

import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Writes structured fields. RFC 9651 section 4.1.
final class Writer {

    private final StringBuilder out = new StringBuilder();

    @Override
    public String toString() {
        return out.toString();
    }

    Writer list(List<? extends Member> list) {
        String between = "";
        for (Member member : list) {
            out.append(between);
            member(member);
            between = ", ";
        }
        return this;
    }

    Writer dictionary(Map<String, ? extends Member> dictionary) {
        String between = "";
        for (var entry : dictionary.entrySet()) {
            out.append(between).append(Grammar.checkedKey(entry.getKey()));
            if (entry.getValue() instanceof Item(BareItem.Bool(boolean yes), var parameters)
                    && yes) {
                parameters(parameters);
            } else {
                out.append('=');
                member(entry.getValue());
            }
            between = ", ";
        }
        return this;
    }

    Writer member(Member member) {
        switch (member) {
            case Item item -> bare(item.value());
            case InnerList inner -> {
                String between = "(";
                for (Item item : inner.items()) {
                    out.append(between);
                    member(item);
                    between = " ";
                }
                out.append(inner.items().isEmpty() ? "()" : ")");
            }
        }
        parameters(member.parameters());
        return this;
    }

    private void parameters(Map<String, BareItem> parameters) {
        parameters.forEach((key, value) -> {
            out.append(';').append(key);
            if (!(value instanceof BareItem.Bool(boolean yes) && yes)) {
                out.append('=');
                bare(value);
            }
        });
    }

    private void bare(BareItem value) {
        switch (value) {
            case BareItem.Int(long n) -> out.append(n);
            case BareItem.Decimal decimal -> decimal(decimal);
            case BareItem.Text(String text) ->
                    out.append('"')
                            .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                            .append('"');
            case BareItem.Token(String token) -> out.append(token);
            case BareItem.Bytes(byte[] octets) ->
                    out.append(':').append(Base64.getEncoder().encodeToString(octets)).append(':');
            case BareItem.Bool(boolean yes) -> out.append(yes ? "?1" : "?0");
            case BareItem.Date(long seconds) -> out.append('@').append(seconds);
            case BareItem.Display(String text) -> display(text);
        }
    }

    private void decimal(BareItem.Decimal decimal) {
        var shortest = decimal.value().stripTrailingZeros();
        int digits = Math.max(1, shortest.scale());
        out.append(shortest.setScale(digits, RoundingMode.UNNECESSARY).toPlainString());
    }

    private void display(String text) {
        out.append("%\"");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '%' || b == '"' || b < ' ' || b == 127) {
                out.append('%');
                out.append(Character.forDigit((b >> 4) & 15, 16));
                out.append(Character.forDigit(b & 15, 16));
            } else {
                out.append((char) b);
            }
        }
        out.append('"');
    }
}
