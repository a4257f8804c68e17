package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Redaction;
import dev.goodgate.diagnosis.incident.Incident;
import dev.goodgate.http.Head;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From the record of a failed exchange to its incident: copies and redacts at once, because slabs
/// and record are used again as soon as the call returns. Stateless.
final class IncidentOf {
    /// An incident's JSON is no longer than this.
    static final int LIMIT_OCTETS = 64 << 10;

    private static final int LONGEST_NAME = 1024;

    /// Octets of each head that are kept; the next lower bound is taken when the JSON gets too
    /// long.
    private static final int[] HEAD_LIMITS = {16 << 10, 4 << 10, 512, 0};

    private IncidentOf() {}

    /// The JSON of the incident, at most 64 KiB.
    static String json(ExchangeRecord exchange, Diagnosis diagnosis) {
        String json = "";
        for (int limit : HEAD_LIMITS) {
            json = of(exchange, diagnosis, limit).toJson();
            // text that was escaped is ASCII, so that characters and octets are nearly the same
            if (json.length() <= LIMIT_OCTETS
                    && json.getBytes(StandardCharsets.UTF_8).length <= LIMIT_OCTETS) {
                return json;
            }
        }
        return json;
    }

    static Incident of(ExchangeRecord exchange, Diagnosis diagnosis, int longestHead) {
        return new Incident(
                diagnosis,
                request(exchange, Math.min(longestHead, LONGEST_NAME)),
                new Incident.Addresses(
                        Addresses.text(exchange.client),
                        Addresses.text(exchange.local),
                        Addresses.text(exchange.upstreamLocal),
                        exchange.endpoint),
                new Incident.Octets(
                        exchange.clientReceivedOctets,
                        exchange.clientSentOctets,
                        exchange.requestBodyOctets,
                        exchange.responseBodyOctets),
                timeline(exchange),
                new Incident.Heads(
                        head(exchange.request, longestHead), head(exchange.response, longestHead)),
                exchange.tcpInfo,
                exchange.observations);
    }

    static String requestId(ExchangeRecord exchange) {
        return new String(
                exchange.requestId, 0, exchange.requestIdLength, StandardCharsets.US_ASCII);
    }

    private static Incident.Request request(ExchangeRecord exchange, int longest) {
        Head head = exchange.request;
        String[] line = {"", "", "", ""};
        if (head != null && head.methodEnd() > head.methodStart()) {
            line[0] = text(head, head.methodStart(), head.methodEnd(), longest);
            line[1] = text(head, head.hostStart(), head.hostEnd(), longest);
            line[2] = target(head, longest);
            line[3] = "HTTP/1." + head.minor();
        }
        return new Incident.Request(
                requestId(exchange),
                exchange.listener,
                line[0],
                line[1],
                line[2],
                line[3],
                exchange.route,
                exchange.upstream,
                exchange.endpoint);
    }

    private static String target(Head head, int longest) {
        int end = Math.max(head.pathEnd(), head.queryEnd());
        String target = text(head, head.pathStart(), end, longest);
        return target.isEmpty() ? "/" : Redaction.target(target);
    }

    private static String text(Head head, int from, int to, int longest) {
        return head.text(from, Math.min(to, from + longest));
    }

    private static String head(@Nullable Head head, int longest) {
        if (head == null || longest == 0) return "";
        int kept = Math.min(head.length(), longest);
        String text = Redaction.head(head.text(0, kept));
        return kept < head.length() ? text + "[cut after " + kept + " octets]" : text;
    }

    private static List<Incident.Mark> timeline(ExchangeRecord exchange) {
        var marks = new ArrayList<Incident.Mark>(9);
        long start = exchange.startNanos;
        marks.add(new Incident.Mark("accepted", 0));
        mark(marks, "head-read", exchange.headReadNanos, start);
        mark(marks, "selected", exchange.selectedNanos, start);
        mark(marks, "connected", exchange.connectedNanos, start);
        mark(marks, "request-read", exchange.requestReadNanos, start);
        mark(marks, "request-sent", exchange.requestSentNanos, start);
        mark(marks, "first-byte", exchange.firstByteNanos, start);
        mark(marks, "response-head", exchange.responseHeadNanos, start);
        mark(marks, "end", exchange.endNanos, start);
        marks.sort(java.util.Comparator.comparingLong(Incident.Mark::micros));
        return marks;
    }

    private static void mark(List<Incident.Mark> marks, String name, long nanos, long start) {
        if (nanos != 0) marks.add(new Incident.Mark(name, Math.max(0, nanos - start) / 1000));
    }
}
