package dev.goodgate.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of the attack file: octets and what has to come of them.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Attack(String id, byte[] octets, JsonNode oracle) {

    static List<Attack> all() {
        try (InputStream in = Attack.class.getResourceAsStream("/attacks/h1-attacks-open.jsonl")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(Attack::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack of(String line) {
        JsonNode node = JsonMapper.shared().readTree(line);
        byte[] octets = Base64.getDecoder().decode(node.get("bytes_b64").asString());
        return new Attack(node.get("id").asString(), octets, node);
    }

    RequestStream whole() {
        var stream = new RequestStream();
        stream.feed(octets, 0, octets.length);
        return stream;
    }

    RequestStream cut(int at) {
        var stream = new RequestStream();
        stream.feed(octets, 0, at);
        stream.feed(octets, at, octets.length);
        return stream;
    }

    RequestStream octetwise() {
        var stream = new RequestStream();
        for (int i = 0; i < octets.length; i++) {
            stream.feed(octets, i, i + 1);
        }
        return stream;
    }

    @Override
    public String toString() {
        return id;
    }
}
