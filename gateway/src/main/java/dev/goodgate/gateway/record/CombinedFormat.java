package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.http.FieldName;
import dev.goodgate.http.Head;
import org.jspecify.annotations.Nullable;

/// Apache's combined log format with four further columns: symptom, hop, phase (`-` where nothing
/// failed) and the number of attempts. Escapes as Apache does.
final class CombinedFormat implements LineFormat {
    private static final int LONGEST_TARGET = 8192;
    private static final int LONGEST_FIELD = 1024;
    private static final int LONGEST_METHOD = 64;

    @Override
    public void encode(ExchangeRecord exchange, @Nullable Diagnosis diagnosis, Line out) {
        Head head = exchange.request;
        out.begin(Line.Escaping.APACHE);
        client(exchange.clientText(), out);
        out.ascii(" - - [");
        out.time.apache(exchange.startMillis, out);
        out.ascii("] \"");
        request(head, out);
        out.ascii("\" ").number(exchange.status).octet(' ');
        if (exchange.responseBodyOctets == 0) out.octet('-');
        else out.number(exchange.responseBodyOctets);
        out.ascii(" \"");
        field(head, FieldName.REFERER, out);
        out.ascii("\" \"");
        field(head, FieldName.USER_AGENT, out);
        out.ascii("\" ");
        if (diagnosis != null) {
            Failure failure = diagnosis.failure();
            failed(failure.symptom(), failure.hop(), failure.phase(), out);
        } else if (exchange.receivedStatus >= 400) {
            failed(Symptom.ORIGIN_ERROR, Hop.UPSTREAM, Phase.HEAD, out);
        } else {
            out.ascii("- - -");
        }
        out.octet(' ').number(exchange.attempts).octet('\n');
    }

    /// The address without port and brackets.
    private static void client(byte[] text, Line out) {
        int to = text.length;
        while (to > 0 && text[to - 1] >= '0' && text[to - 1] <= '9') to--;
        if (to == 0 || text[to - 1] != ':') to = text.length + 1;
        boolean brackets = to > 2 && text[0] == '[';
        if (text.length == 0) out.octet('-');
        else out.escaped(text, brackets ? 1 : 0, brackets ? to - 2 : to - 1);
    }

    private static void request(@Nullable Head head, Line out) {
        if (head == null || head.methodEnd() == head.methodStart()) {
            out.octet('-');
            return;
        }
        int from = head.methodStart();
        out.escaped(head.octets(), from, Math.min(head.methodEnd(), from + LONGEST_METHOD));
        out.octet(' ');
        JsonFormat.target(head, LONGEST_TARGET, out);
        out.ascii(" HTTP/1.").number(head.minor());
    }

    private static void field(@Nullable Head head, int name, Line out) {
        int field = head == null ? -1 : head.first(name);
        if (head == null || field < 0) {
            out.octet('-');
            return;
        }
        int from = head.valueStart(field);
        RedactedUrl.write(
                head.octets(), from, Math.min(head.valueEnd(field), from + LONGEST_FIELD), out);
    }

    private static void failed(Symptom symptom, Hop hop, Phase phase, Line out) {
        out.ascii(symptom.id()).octet(' ').ascii(hop.id()).octet(' ').ascii(phase.id());
    }
}
