package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Head;
import java.util.random.RandomGenerator;

/// The request id: the client's where it is one word of at most 64 letters, digits and hyphens,
/// else a new one of 16 hexadecimal digits.
final class RequestId {
    private static final int MADE = 16;

    private RequestId() {}

    static void take(Head head, ExchangeRecord record, RandomGenerator random) {
        int f = head.fieldCount() == 0 ? -1 : head.first(FieldName.X_REQUEST_ID);
        if (f >= 0 && head.next(f) < 0 && valid(head, f)) {
            int length = head.valueEnd(f) - head.valueStart(f);
            System.arraycopy(head.octets(), head.valueStart(f), record.requestId, 0, length);
            record.requestIdLength = length;
            return;
        }
        long number = random.nextLong();
        for (int i = 0; i < MADE; i++) {
            int digit = (int) (number >>> (i * 4)) & 15;
            record.requestId[i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
        }
        record.requestIdLength = MADE;
    }

    private static boolean valid(Head head, int f) {
        int length = head.valueEnd(f) - head.valueStart(f);
        if (length == 0 || length > 64) return false;
        byte[] octets = head.octets();
        for (int i = head.valueStart(f); i < head.valueEnd(f); i++) {
            int c = octets[i];
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            if (!letter && (c < '0' || c > '9') && c != '-') return false;
        }
        return true;
    }
}
