package dev.goodgate.http;

/// What Connection, Upgrade and Expect say, read once a head.
final class Options {

    static final int PERSISTENT = 1;
    static final int CONTINUE = 2;
    static final int UNKNOWN_EXPECTATION = 4;
    static final int WEBSOCKET = 8;

    /// Connection names something other than close and keep-alive.
    static final int NOMINATES = 16;

    private static final int CLOSE = 32;
    private static final int KEEP_ALIVE = 64;
    private static final int UPGRADE = 128;

    private Options() {}

    static int read(Head h) {
        int said = 0;
        for (int f = h.first(FieldName.CONNECTION); f >= 0; f = h.next(f)) {
            said |= connection(h.slab, h.valueStart(f), h.valueEnd(f));
        }
        if ((said & CLOSE) == 0 && (h.minor > 0 || (said & KEEP_ALIVE) != 0)) {
            said |= PERSISTENT;
        }
        if ((said & UPGRADE) != 0 && onlyWebsocket(h)) {
            said |= WEBSOCKET;
        }
        return said;
    }

    private static int connection(byte[] a, int from, int to) {
        int said = 0;
        for (int p = from; p < to; ) {
            int comma = Lists.comma(a, p, to);
            int s = Octets.skipBlanks(a, p, comma);
            int e = Octets.trimBlanks(a, s, comma);
            if (Octets.same(a, s, e, "keep-alive")) {
                said |= KEEP_ALIVE;
            } else if (Octets.same(a, s, e, "close")) {
                said |= CLOSE;
            } else if (e > s) {
                said |= Octets.same(a, s, e, "upgrade") ? UPGRADE | NOMINATES : NOMINATES;
            }
            p = comma + 1;
        }
        return said;
    }

    /// Whether `websocket` is the one member of Upgrade; empty members do not count.
    private static boolean onlyWebsocket(Head h) {
        int members = 0;
        byte[] a = h.slab;
        for (int f = h.first(FieldName.UPGRADE); f >= 0; f = h.next(f)) {
            int to = h.valueEnd(f);
            for (int p = h.valueStart(f); p < to; ) {
                int comma = Lists.comma(a, p, to);
                int s = Octets.skipBlanks(a, p, comma);
                int e = Octets.trimBlanks(a, s, comma);
                if (e > s && !Octets.same(a, s, e, "websocket")) {
                    return false;
                }
                members += e > s ? 1 : 0;
                p = comma + 1;
            }
        }
        return members == 1;
    }

    /// Expect counts from HTTP/1.1 on: one `100-continue`, or something nobody knows.
    static int expectation(Head h) {
        int f = h.first(FieldName.EXPECT);
        if (f < 0 || h.minor == 0) {
            return 0;
        }
        boolean known = Octets.same(h.slab, h.valueStart(f), h.valueEnd(f), "100-continue");
        return known && h.next(f) < 0 ? CONTINUE : UNKNOWN_EXPECTATION;
    }

    static boolean nominated(Head h, int field) {
        switch (h.nameId(field)) {
            case FieldName.HOST, FieldName.CONTENT_LENGTH, FieldName.TRANSFER_ENCODING -> {
                return false;
            }
            default -> {}
        }
        int length = h.nameEnd(field) - h.nameStart(field);
        for (int f = h.first(FieldName.CONNECTION); f >= 0; f = h.next(f)) {
            int to = h.valueEnd(f);
            for (int p = h.valueStart(f); p < to; ) {
                int comma = Lists.comma(h.slab, p, to);
                int s = Octets.skipBlanks(h.slab, p, comma);
                int e = Octets.trimBlanks(h.slab, s, comma);
                if (e - s == length && sameName(h.slab, s, h.nameStart(field), length)) {
                    return true;
                }
                p = comma + 1;
            }
        }
        return false;
    }

    private static boolean sameName(byte[] a, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (Octets.lower(a[one + i]) != Octets.lower(a[other + i])) {
                return false;
            }
        }
        return true;
    }
}
