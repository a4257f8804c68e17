package dev.goodgate.diagnosis.incident;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.Causes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads incidents back from JSON.
final class IncidentParser {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// Parameters whose values are tokens; all other texts are strings (RFC 9209 section 2.3).
    private static final Set<String> TOKENS = Set.of("coding", "next-protocol");

    private IncidentParser() {}

    static Incident read(String json) {
        try {
            return incident(MAPPER.readTree(json));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("incident: not JSON", broken);
        }
    }

    private static Incident incident(JsonNode node) {
        IncidentId id =
                IncidentId.parse(text(node, "id")).orElseThrow(() -> wrong("id", text(node, "id")));
        Failure failure = failure(node);
        Diagnosis diagnosis = new Diagnosis(id, failure, causes(node));
        JsonNode addresses = node.path("addresses");
        JsonNode octets = node.path("octets");
        return new Incident(
                diagnosis,
                request(node),
                new Incident.Addresses(
                        text(addresses, "client"),
                        text(addresses, "local"),
                        text(addresses, "upstreamLocal"),
                        text(addresses, "upstream")),
                new Incident.Octets(
                        octets.path("clientReceived").asLong(-1),
                        octets.path("clientSent").asLong(-1),
                        octets.path("requestBody").asLong(-1),
                        octets.path("responseBody").asLong(-1)),
                each(
                        node,
                        "timeline",
                        i -> new Incident.Mark(text(i, "mark"), i.path("micros").asLong(0))),
                new Incident.Heads(
                        text(node.path("heads"), "request"), text(node.path("heads"), "response")),
                text(node, "tcpInfo"),
                each(node, "observations", i -> symptom(i.asString(""))));
    }

    private static Incident.Request request(JsonNode node) {
        return new Incident.Request(
                text(node, "requestId"),
                text(node, "listener"),
                text(node, "method"),
                text(node, "host"),
                text(node, "path"),
                text(node, "protocol"),
                text(node, "route"),
                text(node, "upstream"),
                text(node, "endpoint"));
    }

    private static Failure failure(JsonNode node) {
        Map<String, Object> parameters = new HashMap<>();
        for (var entry : node.path("proxyStatus").properties()) {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (name.equals("error")) continue;
            if (value.isNumber()) {
                parameters.put(name, value.asLong());
            } else if (TOKENS.contains(name)) {
                parameters.put(name, new Failure.Token(value.asString("")));
            } else {
                parameters.put(name, value.asString(""));
            }
        }
        return new Failure(
                symptom(text(node, "symptom")),
                node.path("status").asInt(0),
                named(Hop.values(), Hop::id, text(node, "hop")),
                phase(text(node, "phase")),
                RetryGrade.valueOf(text(node, "retry")),
                text(node, "details"),
                parameters,
                each(node, "attempts", i -> attempt(i)),
                each(node, "evidence", i -> evidence(i)));
    }

    private static Attempt attempt(JsonNode node) {
        Attempt.Result result =
                node.has("status")
                        ? new Attempt.Result.Answered(node.path("status").asInt(0))
                        : new Attempt.Result.Failed(
                                symptom(text(node, "symptom")), phase(text(node, "phase")));
        return new Attempt(
                result,
                text(node, "address"),
                node.path("micros").asLong(0),
                node.path("sentBytes").asLong(0),
                node.path("receivedBytes").asLong(0),
                age(node));
    }

    private static Evidence evidence(JsonNode node) {
        return switch (text(node, "kind")) {
            case "errno" -> new Evidence.Errno(text(node, "name"), text(node, "call"));
            case "rule" ->
                    new Evidence.RuleBroken(
                            text(node, "rule"),
                            text(node, "section"),
                            node.path("offset").asLong(0),
                            text(node, "octets"));
            case "dns" ->
                    new Evidence.DnsAnswer(
                            text(node, "name"),
                            text(node, "rcode"),
                            each(node, "addresses", i -> i.asString("")),
                            Evidence.DnsAnswer.Source.valueOf(upper(text(node, "source"))));
            case "limit" -> new Evidence.LimitReached(text(node, "key"), text(node, "limit"));
            case "closed" ->
                    new Evidence.Closed(
                            named(Hop.values(), Hop::id, text(node, "by")),
                            Evidence.Closed.How.valueOf(upper(text(node, "how"))));
            case "status" -> new Evidence.ReceivedStatus(node.path("status").asInt(0));
            case "age" -> new Evidence.ConnectionAge(age(node));
            case "endpoint" -> new Evidence.Endpoint(text(node, "url"), text(node, "place"));
            case "software" -> new Evidence.Software(text(node, "name"));
            case "log" -> new Evidence.LogLine(text(node, "source"), text(node, "text"));
            case "process" ->
                    new Evidence.ProcessEnded(
                            text(node, "process"),
                            Evidence.ProcessEnded.End.valueOf(upper(text(node, "how"))));
            case "probe" ->
                    new Evidence.Probe(
                            Evidence.Probe.Finding.valueOf(upper(text(node, "finding"))),
                            text(node, "detail"));
            case "note" -> new Evidence.Note(text(node, "text"));
            default -> throw wrong("evidence kind", text(node, "kind"));
        };
    }

    private static Evidence.Age age(JsonNode node) {
        if (!node.path("reused").asBoolean(false)) return new Evidence.Age.Fresh();
        return new Evidence.Age.Reused(Duration.ofMillis(node.path("idleMillis").asLong(0)));
    }

    /// The causes this version knows; a newer gateway may name others.
    private static List<Diagnosis.Ranked> causes(JsonNode node) {
        List<Diagnosis.Ranked> known = new ArrayList<>();
        for (JsonNode item : node.path("causes")) {
            String confidence = upper(text(item, "confidence"));
            for (Cause cause : Causes.ALL) {
                if (!cause.id().equals(text(item, "id"))) continue;
                known.add(new Diagnosis.Ranked(cause, Cause.Confidence.valueOf(confidence)));
            }
        }
        return known;
    }

    private static Symptom symptom(String id) {
        return Symptom.of(id).orElseThrow(() -> wrong("symptom", id));
    }

    private static Phase phase(String id) {
        return named(Phase.values(), Phase::id, id);
    }

    private static <T> T named(T[] all, Function<T, String> id, String wanted) {
        for (T one : all) {
            if (id.apply(one).equals(wanted)) return one;
        }
        throw wrong("name", wanted);
    }

    private static <T> List<T> each(JsonNode node, String name, Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        for (JsonNode item : node.path(name)) all.add(reader.apply(item));
        return all;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static IllegalArgumentException wrong(String what, String found) {
        return new IllegalArgumentException("incident: unknown " + what + " \"" + found + "\"");
    }
}
