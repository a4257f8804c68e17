package dev.goodgate.diagnosis.incident;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.answer.DiagnosisJson;
import dev.goodgate.diagnosis.answer.Exposure;
import dev.goodgate.diagnosis.answer.ProxyStatus;
import dev.goodgate.diagnosis.text.Json;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import java.time.Instant;
import java.util.Locale;

/// Incidents as JSON.
final class IncidentJson {
    private IncidentJson() {}

    static String write(Incident incident) {
        Json json = new Json().open();
        Diagnosis diagnosis = incident.diagnosis();
        head(json, incident);
        failure(json, diagnosis.failure());
        json.list("attempts");
        for (Attempt attempt : diagnosis.failure().attempts()) attempt(json, attempt);
        json.end();
        json.list("evidence");
        for (Evidence evidence : diagnosis.failure().evidence()) evidence(json, evidence);
        json.end();
        DiagnosisJson.causes(json, diagnosis, Texts.in(Language.ENGLISH), Exposure.FULL);
        json.list("timeline");
        for (Incident.Mark mark : incident.timeline()) {
            json.open().member("mark", mark.name()).member("micros", mark.micros()).close();
        }
        json.end();
        wire(json, incident);
        json.list("observations");
        for (Symptom symptom : incident.observations()) json.item(symptom.id());
        return json.end().close().toString();
    }

    static String write(Repeat repeat) {
        return new Json()
                .open()
                .member("id", repeat.id().text())
                .member("time", time(repeat.id()))
                .known("requestId", repeat.requestId())
                .known("upstream", repeat.upstream())
                .member("symptom", repeat.symptom().id())
                .member("like", repeat.like().text())
                .close()
                .toString();
    }

    private static void attempt(Json json, Attempt attempt) {
        DiagnosisJson.attempt(json.open(), attempt);
        json.known("address", attempt.address());
        if (attempt.age() instanceof Evidence.Age.Reused(var idle)) {
            json.member("idleMillis", idle.toMillis());
        }
        json.close();
    }

    private static String time(IncidentId id) {
        return Instant.ofEpochMilli(id.epochMillis()).toString();
    }

    private static void head(Json json, Incident incident) {
        Incident.Request request = incident.request();
        json.member("id", incident.id().text())
                .member("time", time(incident.id()))
                .known("requestId", request.id())
                .known("listener", request.listener())
                .known("method", request.method())
                .known("host", request.host())
                .known("path", request.path())
                .known("protocol", request.protocol())
                .known("route", request.route())
                .known("upstream", request.upstream())
                .known("endpoint", request.endpoint());
    }

    private static void failure(Json json, Failure failure) {
        json.member("status", failure.status())
                .member("symptom", failure.symptom().id())
                .member("hop", failure.hop().id())
                .member("phase", failure.phase().id())
                .member("retry", failure.retry().name())
                .known("details", failure.details())
                .object("proxyStatus");
        ProxyStatus.parameters(failure)
                .forEach((name, value) -> {
                    switch (value) {
                        case Long number -> json.member(name, number);
                        case Failure.Token token -> json.member(name, token.value());
                        default -> json.member(name, value.toString());
                    }
                });
        json.close();
    }

    private static void wire(Json json, Incident incident) {
        Incident.Addresses addresses = incident.addresses();
        json.object("addresses")
                .known("client", addresses.client())
                .known("local", addresses.local())
                .known("upstreamLocal", addresses.upstreamLocal())
                .known("upstream", addresses.upstream())
                .close();
        Incident.Octets octets = incident.octets();
        json.object("octets")
                .known("clientReceived", octets.clientReceived())
                .known("clientSent", octets.clientSent())
                .known("requestBody", octets.requestBody())
                .known("responseBody", octets.responseBody())
                .close();
        json.object("heads")
                .known("request", incident.heads().request())
                .known("response", incident.heads().response())
                .close();
        Failure failure = incident.diagnosis().failure();
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.DnsAnswer answer) {
                json.object("dns");
                dns(json, answer);
                json.close();
                break;
            }
        }
        if (!failure.attempts().isEmpty()) {
            json.object("connection");
            age(json, failure.attempts().getLast().age());
            json.close();
        }
        json.known("tcpInfo", incident.tcpInfo());
    }

    private static void evidence(Json json, Evidence evidence) {
        json.open();
        switch (evidence) {
            case Evidence.Errno(var name, var call) ->
                    json.member("kind", "errno").member("name", name).member("call", call);
            case Evidence.RuleBroken(var rule, var section, var offset, var octets) ->
                    json.member("kind", "rule")
                            .member("rule", rule)
                            .member("section", section)
                            .member("offset", offset)
                            .member("octets", octets);
            case Evidence.DnsAnswer answer -> dns(json.member("kind", "dns"), answer);
            case Evidence.LimitReached(var key, var limit) ->
                    json.member("kind", "limit").member("key", key).member("limit", limit);
            case Evidence.Closed(var by, var how) ->
                    json.member("kind", "closed").member("by", by.id()).member("how", lower(how));
            case Evidence.ReceivedStatus(int status) ->
                    json.member("kind", "status").member("status", status);
            case Evidence.ConnectionAge(var age) -> age(json.member("kind", "age"), age);
            case Evidence.Endpoint(var url, var place) ->
                    json.member("kind", "endpoint").member("url", url).known("place", place);
            case Evidence.Software(var name) ->
                    json.member("kind", "software").member("name", name);
            case Evidence.LogLine(var source, var text) ->
                    json.member("kind", "log").member("source", source).member("text", text);
            case Evidence.ProcessEnded(var process, var how) ->
                    json.member("kind", "process")
                            .known("process", process)
                            .member("how", lower(how));
            case Evidence.Probe(var finding, var detail) ->
                    json.member("kind", "probe")
                            .member("finding", lower(finding))
                            .known("detail", detail);
            case Evidence.Note(var text) -> json.member("kind", "note").member("text", text);
        }
        json.close();
    }

    private static void dns(Json json, Evidence.DnsAnswer answer) {
        json.member("name", answer.name()).member("rcode", answer.rcode()).list("addresses");
        for (String address : answer.addresses()) json.item(address);
        json.end().member("source", lower(answer.source()));
    }

    private static void age(Json json, Evidence.Age age) {
        switch (age) {
            case Evidence.Age.Fresh() -> json.member("reused", false);
            case Evidence.Age.Reused(var idle) ->
                    json.member("reused", true).member("idleMillis", idle.toMillis());
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
