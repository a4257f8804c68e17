package dev.goodgate.lab.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// One line of an attack file: the octets and what is right.
///
/// `wanted.statuses` are the acceptable statuses of each final response in order; `closes` whether
/// the gateway must close after the last; `orPlainClose` whether a close instead of the last
/// response is right too. `counts` are the acceptable numbers of complete requests at the upstream
/// and `requests` what each of them must look like, in the order of the responses.
record AttackLine(
        String id,
        String octets,
        Wanted wanted,
        Set<Integer> counts,
        List<ExpectedRequest> requests,
        String expect) {

    /// What the client must see.
    record Wanted(List<Set<Integer>> statuses, boolean closes, boolean orPlainClose) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Every line of the file, in order.
    ///
    /// @throws IOException when the file cannot be read or a line is none; the message names it
    static List<AttackLine> read(Path file) throws IOException {
        List<AttackLine> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            if (text.isBlank()) continue;
            try {
                AttackLine line = of(JSON.readTree(text));
                if (!ids.add(line.id())) throw new IllegalArgumentException("id twice");
                lines.add(line);
            } catch (JacksonException e) {
                int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
                throw new IOException(
                        file + ":" + number + ":" + column + ": " + e.getOriginalMessage(), e);
            } catch (RuntimeException e) {
                throw new IOException(file + ":" + number + ": " + e.getMessage(), e);
            }
        }
        return lines;
    }

    private static AttackLine of(JsonNode line) {
        List<Set<Integer>> statuses = new ArrayList<>();
        statuses.add(numbers(required(line, "status")));
        for (JsonNode then : line.path("then")) statuses.add(numbers(then));
        JsonNode upstream = line.path("upstream");
        List<ExpectedRequest> requests = new ArrayList<>();
        if (upstream.has("each")) {
            for (JsonNode each : upstream.path("each")) requests.add(ExpectedRequest.of(each));
        } else if (upstream.has("method")) {
            requests.add(ExpectedRequest.of(upstream));
        }
        return new AttackLine(
                required(line, "id").asString(),
                Octets.fromBase64(required(line, "bytes_b64").asString()),
                new Wanted(
                        statuses,
                        line.path("closes").asBoolean(false),
                        line.path("orPlainClose").asBoolean(false)),
                upstream.has("requests") ? numbers(upstream.path("requests")) : Set.of(0),
                requests,
                line.path("expect").asString(""));
    }

    private static JsonNode required(JsonNode line, String name) {
        JsonNode value = line.get(name);
        if (value == null) throw new IllegalArgumentException("no " + name);
        return value;
    }

    private static Set<Integer> numbers(JsonNode value) {
        Set<Integer> numbers = new HashSet<>();
        if (value.isArray()) value.forEach(n -> numbers.add(n.asInt()));
        else numbers.add(value.asInt());
        return numbers;
    }

    /// The methods of the requests, as far as they are known: they decide whether a response has a
    /// body.
    String method(int answer) {
        if (answer < requests.size()) return requests.get(answer).method();
        if (answer > 0) return "";
        String start = octets.replaceFirst("\\A(\r\n)+", "");
        return start.startsWith("HEAD ") ? "HEAD" : "";
    }

    /// Whether the first request says HTTP/1.0, so that it may get no interim response.
    boolean old() {
        String start = octets.replaceFirst("\\A(\r\n)+", "");
        int end = start.indexOf("\r\n");
        return end > 0 && start.substring(0, end).endsWith(" HTTP/1.0");
    }
}
