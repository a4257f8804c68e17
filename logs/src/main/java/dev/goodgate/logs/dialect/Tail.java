package dev.goodgate.logs.dialect;

/// The fields that people add to the combined format: ingress-nginx's own, `key=value`, or bare
/// values, known by their shape.
final class Tail {
    private Tail() {}

    /// Reads all that is left behind the octets of a combined line.
    static void read(Cursor cursor, Access access) {
        for (int i = 0; i < 2; i++) {
            if (cursor.spaces().peek() == '"') cursor.quoted();
        }
        int mark = cursor.at;
        if (ingress(cursor, access)) return;
        cursor.at = mark;
        shapes(cursor, access);
    }

    /// `94 0.003 [default-shop-80] [] 10.0.0.1:8080 0 0.003 502 id`
    private static boolean ingress(Cursor cursor, Access access) {
        if (Shape.count(cursor.word()) < 0) return false;
        String time = cursor.word();
        if (!Shape.fraction(time) || cursor.spaces().peek() != '[') return false;
        access.set(Variable.REQUEST_TIME, time).set(Variable.ROUTE, cursor.token());
        if (cursor.spaces().peek() == '[') cursor.token();
        access.set(Variable.UPSTREAM, cursor.tries())
                .set(Variable.UPSTREAM_LENGTH, cursor.tries())
                .set(Variable.UPSTREAM_TIME, cursor.tries())
                .set(Variable.UPSTREAM_STATUS, cursor.tries())
                .set(Variable.ID, cursor.word());
        return true;
    }

    /// Fields in any order.
    static void shapes(Cursor cursor, Access access) {
        while (!cursor.spaces().end()) {
            int equals = key(cursor);
            if (equals > 0) {
                String key = cursor.text.substring(cursor.at, equals);
                cursor.at = equals + 1;
                String value = cursor.peek() == '"' ? cursor.quoted() : value(cursor);
                Variable.put(access, key, value);
            } else {
                boolean bare = cursor.peek() != '"' && cursor.peek() != '[';
                shape(bare ? cursor.tries() : cursor.token(), access);
            }
        }
    }

    private static String value(Cursor cursor) {
        char next = cursor.peek();
        return next == ' ' || next == 0 ? "" : cursor.tries();
    }

    private static int key(Cursor cursor) {
        for (int i = cursor.at; i < cursor.text.length(); i++) {
            char c = cursor.text.charAt(i);
            if (c == '=') return i > cursor.at ? i : -1;
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') return -1;
        }
        return -1;
    }

    private static void shape(String value, Access access) {
        String last = Access.last(value);
        if (Shape.address(last)) {
            access.set(Variable.UPSTREAM, value);
        } else if (Shape.fraction(last)) {
            boolean first = !access.has(Variable.REQUEST_TIME);
            access.set(first ? Variable.REQUEST_TIME : Variable.UPSTREAM_TIME, value);
        } else if (Shape.status(last) >= 0 && access.has(Variable.UPSTREAM)) {
            access.set(Variable.UPSTREAM_STATUS, value);
        } else if (Shape.host(value)) {
            access.set(Variable.HOST, value);
        }
    }
}
