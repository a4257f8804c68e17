package dev.goodgate.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Valid messages made from a seed, together with what they say.
final class Messages {

    /// A name and a value as they have to be understood.
    record Field(String name, String value) {}

    /// A message: the octets, and what has to come of them.
    record Message(String wire, String line, List<Field> fields, String body, boolean chunked) {}

    private static final String TOKEN = "!#$%&'*+-.^_`|~0123456789abcxyzABCXYZ";
    private static final String PATH = "abcXYZ019-._~!$&'()*+,;=:@|^{}`/[]";
    private static final String QUERY = PATH + "?\\";
    private static final String[] METHODS = {
        "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "X-1"
    };
    private static final String[] HOSTS = {
        "good.test", "a", "127.0.0.1:80", "[::1]", "[2001:db8::1]:8080", "x_y.test", "a.:1"
    };

    private final Random random;

    Messages(long seed) {
        random = new Random(seed);
    }

    Message request() {
        String target = "/" + text(PATH, 30) + (random.nextBoolean() ? "?" + text(QUERY, 30) : "");
        String method = METHODS[random.nextInt(METHODS.length)];
        String line = method + " " + target + " HTTP/1." + (1 + random.nextInt(2));
        List<Field> fields = fields();
        String host = HOSTS[random.nextInt(HOSTS.length)];
        fields.add(random.nextInt(fields.size() + 1), new Field(cased("host"), host));
        return message("\r\n".repeat(random.nextInt(5)), line, fields);
    }

    Message response() {
        int status = 200 + random.nextInt(2) * 100 + random.nextInt(4);
        status = status == 204 ? 299 : status;
        String line = "HTTP/1." + random.nextInt(2) + " " + status + " " + text(QUERY + " ", 20);
        return message("", line, fields());
    }

    private Message message(String before, String line, List<Field> fields) {
        String body = text(TOKEN + "\r\n\0\u00ff ", 300);
        boolean chunked = random.nextBoolean() && !line.startsWith("HTTP/1.0");
        int at = random.nextInt(fields.size() + 1);
        if (chunked) {
            fields.add(at, new Field(cased("transfer-encoding"), cased("chunked")));
        } else {
            String zeros = "0".repeat(random.nextInt(3));
            fields.add(at, new Field(cased("content-length"), zeros + body.length()));
        }
        var wire = new StringBuilder(before).append(line).append("\r\n");
        for (Field field : fields) {
            wire.append(field.name()).append(':').append(blanks()).append(field.value());
            wire.append(blanks()).append("\r\n");
        }
        wire.append("\r\n").append(chunked ? chunks(body) : body);
        return new Message(wire.toString(), line, fields, body, chunked);
    }

    private String chunks(String body) {
        var wire = new StringBuilder();
        for (int at = 0; at < body.length(); ) {
            int n = Math.min(body.length() - at, 1 + random.nextInt(100));
            String size = Integer.toHexString(n);
            wire.append(
                    random.nextBoolean() ? size : "0" + size.toUpperCase(java.util.Locale.ROOT));
            wire.append(random.nextInt(4) == 0 ? " ;a = \"b\\\"c\";d" : "").append("\r\n");
            wire.append(body, at, at + n).append("\r\n");
            at += n;
        }
        return wire.append("0\r\n").append(random.nextBoolean() ? "X-T: t\r\n" : "") + "\r\n";
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (int n = random.nextInt(20); n > 0; n--) {
            String known = FieldName.text(1 + random.nextInt(FieldName.COUNT - 1));
            boolean framing =
                    switch (FieldName.of(Wire.octets(known), 0, known.length())) {
                        case FieldName.HOST,
                                FieldName.CONTENT_LENGTH,
                                FieldName.TRANSFER_ENCODING,
                                FieldName.EXPECT ->
                                true;
                        default -> false;
                    };
            String name = framing || random.nextBoolean() ? "x" + text(TOKEN, 20) : cased(known);
            fields.add(
                    new Field(name, (text(TOKEN, 5) + text(TOKEN + " \t\u00e9,;=\"", 60)).strip()));
        }
        return fields;
    }

    private String blanks() {
        return " \t ".substring(random.nextInt(4));
    }

    private String text(String of, int most) {
        int n = random.nextInt(most + 1);
        var text = new StringBuilder(n);
        for (int i = 0; i < n; i++) {
            text.append(of.charAt(random.nextInt(of.length())));
        }
        return text.toString();
    }

    private String cased(String text) {
        var cased = new StringBuilder(text);
        for (int i = 0; i < cased.length(); i++) {
            if (random.nextInt(3) == 0) {
                cased.setCharAt(i, Character.toUpperCase(cased.charAt(i)));
            }
        }
        return cased.toString();
    }
}
