package dev.goodgate.lab.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The fault catalogue, read from the resource `faults.jsonl`: a copy of the founding data.
public final class Rows {
    /// By id, in the order of the file.
    public static final Map<String, Row> ALL = read();

    private Rows() {}

    /// The row of this id. Throws IllegalArgumentException when there is none.
    public static Row of(String id) {
        Row row = ALL.get(id);
        if (row == null) {
            throw new IllegalArgumentException("no row " + id + " in the fault catalogue");
        }
        return row;
    }

    private static Map<String, Row> read() {
        var mapper = JsonMapper.builder().build();
        var rows = new LinkedHashMap<String, Row>();
        try (InputStream in = Rows.class.getResourceAsStream("/dev/goodgate/lab/faults.jsonl")) {
            if (in == null) {
                throw new IllegalStateException("faults.jsonl is missing from the jar");
            }
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> mapper.readValue(line, Row.class))
                    .forEach(row -> rows.put(row.id(), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return java.util.Collections.unmodifiableMap(rows);
    }
}
