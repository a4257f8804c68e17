package dev.goodgate.logs.find;

import dev.goodgate.logs.scan.Span;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private static final int SHORT_ID = 12;

    /// The containers there are, those that ended too.
    List<Place.Container> containers() throws IOException {
        byte[] answer;
        try (Call call = Call.get(socket, "/containers/json?all=1")) {
            answer = call.body().readNBytes(LONGEST_LIST);
        }
        try {
            List<Place.Container> all = new ArrayList<>();
            for (JsonNode node : JSON.readTree(answer)) {
                String id = node.path("Id").asString("");
                if (isId(id) && all.size() < MOST) all.add(container(id, node));
            }
            return all;
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
        return !id.isEmpty() && id.chars().allMatch(Character::isLetterOrDigit);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= 128
                && name.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0);
    }

    /// What the container wrote, each line with its name and time before it, as Compose writes it:
    /// the last 20 000 lines, at most 256 MiB.
    InputStream output(Place.Container container, Span span) throws IOException {
        StringBuilder path = new StringBuilder("/containers/").append(container.id());
        path.append("/logs?stdout=1&stderr=1&timestamps=1&tail=").append(LINES);
        if (span.from() != Long.MIN_VALUE) path.append("&since=").append(span.from() / 1_000_000);
        if (span.to() != Long.MAX_VALUE) path.append("&until=").append(span.to() / 1_000_000 + 1);
        Call call = Call.get(socket, path.toString());
        var lines = new Labelled(new Frames(call.body()), container.name(), MOST_OUTPUT);
        return new FilterInputStream(lines) {
            @Override
            public void close() throws IOException {
                call.close();
            }
        };
    }
}
