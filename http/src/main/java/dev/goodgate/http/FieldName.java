package dev.goodgate.http;

import java.nio.charset.StandardCharsets;

/// Field names the gateway has to do with, as small numbers; 0 is every other name.
public final class FieldName {

    public static final int HOST = 1;
    public static final int CONNECTION = 2;
    public static final int CONTENT_LENGTH = 3;
    public static final int TRANSFER_ENCODING = 4;
    public static final int KEEP_ALIVE = 5;
    public static final int PROXY_CONNECTION = 6;
    public static final int UPGRADE = 7;
    public static final int TE = 8;
    public static final int TRAILER = 9;
    public static final int EXPECT = 10;
    public static final int VIA = 11;
    public static final int FORWARDED = 12;
    public static final int X_FORWARDED_FOR = 13;
    public static final int X_FORWARDED_PROTO = 14;
    public static final int X_FORWARDED_HOST = 15;
    public static final int X_FORWARDED_PORT = 16;
    public static final int X_REAL_IP = 17;
    public static final int X_REQUEST_ID = 18;
    public static final int TRACEPARENT = 19;
    public static final int TRACESTATE = 20;
    public static final int CDN_LOOP = 21;
    public static final int ACCEPT = 22;
    public static final int ACCEPT_LANGUAGE = 23;
    public static final int ACCEPT_ENCODING = 24;
    public static final int DATE = 25;
    public static final int SERVER = 26;
    public static final int SET_COOKIE = 27;
    public static final int COOKIE = 28;
    public static final int AUTHORIZATION = 29;
    public static final int PROXY_AUTHORIZATION = 30;
    public static final int PROXY_AUTHENTICATE = 31;
    public static final int PROXY_STATUS = 32;
    public static final int WWW_AUTHENTICATE = 33;
    public static final int RETRY_AFTER = 34;
    public static final int CACHE_CONTROL = 35;
    public static final int CONTENT_TYPE = 36;
    public static final int CONTENT_ENCODING = 37;
    public static final int EARLY_DATA = 38;
    public static final int HTTP2_SETTINGS = 39;
    public static final int MAX_FORWARDS = 40;
    public static final int IDEMPOTENCY_KEY = 41;
    public static final int USER_AGENT = 42;
    public static final int REFERER = 43;
    public static final int ORIGIN = 44;
    public static final int LOCATION = 45;
    public static final int ALT_SVC = 46;
    public static final int PROXY = 47;
    public static final int X_ORIGINAL_URL = 48;
    public static final int X_REWRITE_URL = 49;
    public static final int SEC_WEBSOCKET_KEY = 50;
    public static final int SEC_WEBSOCKET_ACCEPT = 51;
    public static final int SEC_WEBSOCKET_VERSION = 52;
    public static final int SEC_WEBSOCKET_PROTOCOL = 53;
    public static final int SEC_WEBSOCKET_EXTENSIONS = 54;
    public static final int ETAG = 55;
    public static final int LAST_MODIFIED = 56;
    public static final int VARY = 57;
    public static final int IF_NONE_MATCH = 58;
    public static final int IF_MODIFIED_SINCE = 59;
    public static final int RANGE = 60;

    private static final String[] TEXTS = {
        "",
        "host",
        "connection",
        "content-length",
        "transfer-encoding",
        "keep-alive",
        "proxy-connection",
        "upgrade",
        "te",
        "trailer",
        "expect",
        "via",
        "forwarded",
        "x-forwarded-for",
        "x-forwarded-proto",
        "x-forwarded-host",
        "x-forwarded-port",
        "x-real-ip",
        "x-request-id",
        "traceparent",
        "tracestate",
        "cdn-loop",
        "accept",
        "accept-language",
        "accept-encoding",
        "date",
        "server",
        "set-cookie",
        "cookie",
        "authorization",
        "proxy-authorization",
        "proxy-authenticate",
        "proxy-status",
        "www-authenticate",
        "retry-after",
        "cache-control",
        "content-type",
        "content-encoding",
        "early-data",
        "http2-settings",
        "max-forwards",
        "idempotency-key",
        "user-agent",
        "referer",
        "origin",
        "location",
        "alt-svc",
        "proxy",
        "x-original-url",
        "x-rewrite-url",
        "sec-websocket-key",
        "sec-websocket-accept",
        "sec-websocket-version",
        "sec-websocket-protocol",
        "sec-websocket-extensions",
        "etag",
        "last-modified",
        "vary",
        "if-none-match",
        "if-modified-since",
        "range"
    };

    /// How many numbers there are, 0 included; fits a bit set of 64.
    static final int COUNT = TEXTS.length;

    private static final byte[][] OCTETS = new byte[COUNT][];
    private static final byte[] SLOTS = new byte[256];

    static {
        for (int id = 1; id < COUNT; id++) {
            OCTETS[id] = TEXTS[id].getBytes(StandardCharsets.US_ASCII);
            int slot = slot(OCTETS[id], 0, OCTETS[id].length);
            if (SLOTS[slot] != 0) {
                throw new IllegalStateException("field names: one slot for " + TEXTS[id]);
            }
            SLOTS[slot] = (byte) id;
        }
    }

    private FieldName() {}

    /// The number of the field name in these octets, letters without case; 0 where it is not known.
    ///
    /// The octets are a token: [Octets#NAME] has checked them.
    public static int of(byte[] a, int from, int to) {
        if (from == to) {
            return 0;
        }
        int id = SLOTS[slot(a, from, to)];
        return id != 0 && equal(OCTETS[id], a, from, to) ? id : 0;
    }

    /// The number of the name these octets become where `_` is read as `-`, as CGI does; else 0.
    public static int alias(byte[] a, int from, int to) {
        byte[] name = new byte[to - from];
        for (int i = 0; i < name.length; i++) {
            name[i] = a[from + i] == '_' ? (byte) '-' : a[from + i];
        }
        return of(name, 0, name.length);
    }

    /// Four octets tell all names apart; the factors were searched for. Bit 32 is set: letters lose
    /// case.
    private static int slot(byte[] a, int from, int to) {
        int length = to - from;
        int middle = a[Math.max(from, to - 4)] | 32;
        return (length * 38 + (a[from] | 32) * 90 + middle * 249 + (a[to - 1] | 32) * 36) & 255;
    }

    private static boolean equal(byte[] name, byte[] a, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != (a[from + i] | 32)) {
                return false;
            }
        }
        return true;
    }

    /// The name of a number in lower case; empty for 0.
    public static String text(int id) {
        return TEXTS[id];
    }
}
