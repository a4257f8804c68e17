package dev.goodgate.diagnosis.incident;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.answer.Paper;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import java.util.List;

/// The evidence kept of one failed exchange: what the flight recorder holds, the admin API serves
/// and `goodgate incident` prints. Made once, in the terminal transition of a failure, of text that
/// is redacted already ([dev.goodgate.diagnosis.Redaction]). Immutable. A text that is not known is
/// empty, a number that is not known is -1.
public record Incident(
        Diagnosis diagnosis,
        Request request,
        Addresses addresses,
        Octets octets,
        List<Mark> timeline,
        Heads heads,
        String tcpInfo,
        List<Symptom> observations) {

    /// What was asked for, and where configuration sent it. `path` includes the redacted query.
    public record Request(
            String id,
            String listener,
            String method,
            String host,
            String path,
            String protocol,
            String route,
            String upstream,
            String endpoint) {}

    /// Both sockets, each as `ip:port` or the path of a unix socket: the client and the address it
    /// came to, the address we dialled from and the one we dialled.
    public record Addresses(String client, String local, String upstreamLocal, String upstream) {}

    /// Octets on the client's connection for this exchange, and of both bodies.
    public record Octets(
            long clientReceived, long clientSent, long requestBody, long responseBody) {}

    /// A point of the exchange, in microseconds since the first octet of the request was seen.
    public record Mark(String name, long micros) {}

    /// The heads as text, redacted, at most a few kilobytes each.
    public record Heads(String request, String response) {}

    public Incident {
        timeline = List.copyOf(timeline);
        observations = List.copyOf(observations);
    }

    /// The name on the error page.
    public IncidentId id() {
        return diagnosis.incident();
    }

    /// One JSON object, valid against `docs/schema/incident.schema.json`.
    public String toJson() {
        return IncidentJson.write(this);
    }

    /// The incident that JSON describes, as [#toJson] wrote it.
    ///
    /// @throws IllegalArgumentException when it is none, naming what is wrong
    public static Incident fromJson(String json) {
        return IncidentParser.read(json);
    }

    /// As Markdown, for tickets.
    public String toMarkdown(Language language) {
        return IncidentText.write(this, Paper.markdown(), Texts.in(language));
    }

    /// As plain text, for terminals.
    public String toPlain(Language language) {
        return IncidentText.write(this, Paper.plain(), Texts.in(language));
    }
}
