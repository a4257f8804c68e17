package dev.goodgate.logs.find;

import dev.goodgate.logs.scan.Span;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A container engine that answers Docker's API on a unix socket: Docker, or Podman. Only asks,
/// never changes anything. Each call has a connection of its own and waits with a limit.
public record Engine(String name, Path socket) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_LIST = 8 << 20;
    private static final int MOST = 200;
    private static final int LINES = 20_000;
    private static final long MOST_OUTPUT = 256L << 20;
    private static final long SECOND = 1_000_000;
    private static final int SHORT_ID = 12;
    private static final int LONGEST_NAME = 128;
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Wire.Patience TO_LIST = new Wire.Patience(SILENCE, SILENCE);
    private static final Wire.Patience TO_READ = new Wire.Patience(SILENCE, Duration.ofSeconds(60));
    private static final Wire.Patience TO_FOLLOW = new Wire.Patience(Duration.ZERO, Duration.ZERO);

    /// Containers, and how many more there are than are looked at.
    record Containers(List<Place.Container> some, int beyond) {
        Containers {
            some = List.copyOf(some);
        }
    }

    /// The containers there are, those that ended too, at most 200.
    Containers containers() throws IOException {
        byte[] answer;
        try (Call call = Call.get(socket, "/containers/json?all=1", TO_LIST)) {
            answer = call.body().readNBytes(LONGEST_LIST);
        }
        try {
            List<Place.Container> some = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (JsonNode node : JSON.readTree(answer)) {
                String id = node.path("Id").asString("");
                if (!isId(id) || !ids.add(id)) continue;
                if (some.size() < MOST) some.add(container(id, node));
            }
            return new Containers(some, ids.size() - some.size());
        } catch (JacksonException broken) {
            throw new IOException("the list of containers is no JSON", broken);
        }
    }

    private Place.Container container(String id, JsonNode node) {
        String given = node.path("Names").path(0).asString("");
        if (given.startsWith("/")) given = given.substring(1);
        String named = isName(given) ? given : id.substring(0, Math.min(SHORT_ID, id.length()));
        return new Place.Container(
                this, id, named, node.path("Image").asString(""), node.path("State").asString(""));
    }

    private static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_NAME
                && id.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0);
    }

    /// What the container wrote, each line with its name and time before it, as Compose writes it:
    /// the last 20 000 lines, at most 256 MiB, what comes within a minute.
    InputStream output(Place.Container container, Span span) throws IOException {
        StringBuilder path = logs(container).append("&tail=").append(LINES);
        if (span.from() != Long.MIN_VALUE) path.append("&since=").append(span.from() / SECOND);
        if (span.to() != Long.MAX_VALUE) path.append("&until=").append(span.to() / SECOND + 1);
        return labelled(Call.get(socket, path.toString(), TO_READ), container, MOST_OUTPUT);
    }

    /// What the container writes from that time on, in microseconds since 1970, until it ends or
    /// the stream is closed, which any thread may do.
    InputStream follow(Place.Container container, long fromMicros) throws IOException {
        StringBuilder path = logs(container).append("&follow=1&since=");
        path.append(fromMicros / SECOND).append('.');
        path.append(String.format(Locale.ROOT, "%06d", fromMicros % SECOND));
        Call call = Call.get(socket, path.toString(), TO_FOLLOW);
        return labelled(call, container, Long.MAX_VALUE);
    }

    private static StringBuilder logs(Place.Container container) {
        StringBuilder path = new StringBuilder("/containers/").append(container.id());
        return path.append("/logs?stdout=1&stderr=1&timestamps=1");
    }

    private static InputStream labelled(Call call, Place.Container container, long most) {
        var lines = new Labelled(new Frames(call.body()), container.name(), most);
        return new FilterInputStream(lines) {
            @Override
            public void close() throws IOException {
                call.close();
            }
        };
    }
}
