package dev.goodgate.logs.cases;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST = 8 << 20;
    private static final long MOST = 64 << 20;

    /// What some editors write before everything else.
    private static final String MARK = "\ufeff";

    private CaseFile() {}

    /// What is wrong with a file of cases: the place, what was found, what was expected.
    public static final class CaseFault extends Exception {
        private static final long serialVersionUID = 1;

        CaseFault(Path file, int line, String what) {
            super(file + ":" + line + ": " + what);
        }
    }

    /// The cases of that file, in its order: at least one, a case no longer than 8 MiB, all of them
    /// no longer than 64 MiB.
    public static List<LabelledCase> read(Path file) throws IOException, CaseFault {
        List<LabelledCase> cases = new ArrayList<>();
        int number = 0;
        long octets = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                number++;
                octets += line.length;
                if (line.length > LONGEST) throw new CaseFault(file, number, "longer than 8 MiB");
                if (octets > MOST) throw new CaseFault(file, number, "more than 64 MiB of cases");
                String text = new String(line, StandardCharsets.UTF_8);
                if (number == 1 && text.startsWith(MARK)) text = text.substring(1);
                if (!text.isBlank()) cases.add(one(file, number, text));
            }
        }
        if (cases.isEmpty()) throw new CaseFault(file, 1, "holds no case");
        return cases;
    }

    /// The next line with its end, of one too long a little more than may be; empty at the end.
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            if (octet == '\n' || line.size() > LONGEST) break;
        }
        return line.toByteArray();
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
