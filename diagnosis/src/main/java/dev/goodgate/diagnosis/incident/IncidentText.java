package dev.goodgate.diagnosis.incident;

import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.answer.OperatorText;
import dev.goodgate.diagnosis.answer.Paper;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.status.StatusPhrases;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An incident as people read it.
final class IncidentText {
    private IncidentText() {}

    static String write(Incident incident, Paper paper, Texts texts) {
        Failure failure = incident.diagnosis().failure();
        String status = failure.status() + " " + StatusPhrases.phrase(failure.status());
        paper.heading(status + ": " + failure.symptom().id());
        head(incident, paper, texts);
        OperatorText.write(paper, incident.diagnosis(), texts);
        if (!incident.timeline().isEmpty()) paper.heading(texts.text("incident.timeline"));
        for (Incident.Mark mark : incident.timeline()) {
            String name = texts.find("mark." + mark.name()).orElse(mark.name());
            paper.fact(name, texts.numbers().micros(mark.micros()));
        }
        wire(incident, paper, texts);
        head(paper, texts.text("incident.request_head"), incident.heads().request());
        head(paper, texts.text("incident.response_head"), incident.heads().response());
        return paper.written();
    }

    private static void head(Incident incident, Paper paper, Texts texts) {
        Failure failure = incident.diagnosis().failure();
        Incident.Request request = incident.request();
        paper.fact(texts.text("page.incident"), incident.id().text());
        String time = Instant.ofEpochMilli(incident.id().epochMillis()).toString();
        paper.fact(texts.text("page.time"), time);
        String hop = texts.text("hop." + failure.hop().id());
        String phase = texts.text("phase." + failure.phase().id());
        paper.fact(texts.text("page.where"), texts.list(List.of(hop, phase)));
        String grade = failure.retry().name();
        paper.fact(
                texts.text("incident.retry"),
                texts.aside(texts.text("incident.retry_" + grade.toLowerCase(Locale.ROOT)), grade));
        String target = request.host() + request.path();
        paper.fact(
                texts.text("incident.request"),
                words(List.of(request.method(), target, request.protocol())));
        paper.fact(texts.text("incident.request_id"), request.id());
        paper.fact(
                texts.text("incident.way"),
                List.of(request.listener(), request.route(), request.upstream(), request.endpoint())
                        .stream()
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(" > ")));
    }

    private static void wire(Incident incident, Paper paper, Texts texts) {
        paper.heading(texts.text("incident.wire"));
        Incident.Addresses at = incident.addresses();
        paper.fact(texts.text("incident.client"), pair(at.client(), at.local()));
        paper.fact(texts.text("incident.upstream"), pair(at.upstreamLocal(), at.upstream()));
        Incident.Octets octets = incident.octets();
        paper.fact(
                texts.text("incident.client_octets"),
                octets(octets.clientReceived(), octets.clientSent(), texts));
        paper.fact(
                texts.text("incident.body_octets"),
                octets(octets.requestBody(), octets.responseBody(), texts));
        paper.fact("TCP_INFO", incident.tcpInfo());
        paper.fact(
                texts.text("incident.observations"),
                texts.list(incident.observations().stream().map(Symptom::id).toList()));
    }

    private static void head(Paper paper, String title, String head) {
        if (!head.isEmpty()) paper.heading(title).block(head.stripTrailing());
    }

    private static String octets(long in, long out, Texts texts) {
        return texts.text(
                "incident.in_and_out", Map.of("in", known(in, texts), "out", known(out, texts)));
    }

    private static String known(long octets, Texts texts) {
        return octets < 0 ? "?" : texts.numbers().whole(octets);
    }

    private static String pair(String from, String to) {
        return Stream.of(from, to)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.joining(" > "));
    }

    private static String words(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
