package dev.goodgate.logs.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads labelled cases: a JSON object a line with `lines` (an array of strings, or one string),
/// `cause`, and where there `acceptable`, `confidence` and `id`.
public final class CaseFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CaseFile() {}

    /// What is wrong with a file of cases: the place, what was found, what was expected.
    public static final class CaseFault extends Exception {
        private static final long serialVersionUID = 1;

        CaseFault(Path file, int line, String what) {
            super(file + ":" + line + ": " + what);
        }
    }

    /// The cases of that file, in its order.
    public static List<LabelledCase> read(Path file) throws IOException, CaseFault {
        List<LabelledCase> cases = new ArrayList<>();
        int number = 0;
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (!line.isBlank()) cases.add(one(file, number, line));
        }
        return cases;
    }

    private static LabelledCase one(Path file, int number, String line) throws CaseFault {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException broken) {
            throw new CaseFault(file, number, "no JSON: " + broken.getOriginalMessage());
        }
        if (!node.isObject()) throw new CaseFault(file, number, "expected a JSON object");
        String cause = node.path("cause").asString("");
        if (cause.isEmpty()) throw new CaseFault(file, number, "expected a string `cause`");
        List<String> lines = strings(node.path("lines"));
        if (lines.isEmpty()) {
            throw new CaseFault(file, number, "expected `lines`, an array of strings");
        }
        return new LabelledCase(
                number,
                node.path("id").asString(Integer.toString(number)),
                lines,
                cause,
                strings(node.path("acceptable")),
                node.path("confidence").asString("").equals("confirmed"));
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        if (node.isString()) strings.addAll(List.of(node.asString().split("\n", -1)));
        for (JsonNode one : node) {
            if (one.isString()) strings.add(one.asString());
        }
        return strings;
    }
}
