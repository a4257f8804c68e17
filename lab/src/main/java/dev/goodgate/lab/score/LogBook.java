package dev.goodgate.lab.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goodgate.lab.serve.Signals;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The gateway's access log, read as it grows. Any thread.
final class LogBook {
    private static final Duration ROUND = Duration.ofMillis(20);
    private static final TypeReference<Map<String, Object>> LINE = new TypeReference<>() {};

    private final Path file;
    private final Signals pauses;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Map<String, List<Map<String, Object>>> lines = new HashMap<>();
    private long position;
    private String rest = "";

    LogBook(Path file, Signals pauses) {
        this.file = file;
        this.pauses = pauses;
    }

    /// The lines of this request so far, after waiting for one that fits at most this long.
    List<Map<String, Object>> lines(
            String requestId, Predicate<Map<String, Object>> fits, Duration limit) {
        for (long left = limit.toMillis(); left > 0; left -= ROUND.toMillis()) {
            List<Map<String, Object>> found = now(requestId);
            if (found.stream().anyMatch(fits) || pauses.pause(ROUND)) {
                return found;
            }
        }
        return now(requestId);
    }

    private synchronized List<Map<String, Object>> now(String requestId) {
        grow();
        return List.copyOf(lines.getOrDefault(requestId, List.of()));
    }

    private void grow() {
        if (!Files.exists(file)) {
            return;
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(position);
            byte[] more = new byte[(int) Math.min(in.length() - position, 1 << 22)];
            in.readFully(more);
            position += more.length;
            String text = rest + new String(more, UTF_8);
            int end = text.lastIndexOf('\n') + 1;
            rest = text.substring(end);
            text.substring(0, end).lines().forEach(this::take);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void take(String text) {
        try {
            Map<String, Object> line = mapper.readValue(text, LINE);
            if (line.get("request") instanceof String id) {
                lines.computeIfAbsent(id, _ -> new ArrayList<>()).add(line);
            }
        } catch (JacksonException e) {
            // not a line of the access log
        }
    }
}
