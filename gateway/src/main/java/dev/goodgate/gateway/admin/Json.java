package dev.goodgate.gateway.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Values to JSON and back. Any thread.
final class Json {
    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    /// Enum constants in lower case, names as they are.
    private static final JsonMapper UPSTREAMS =
            JsonMapper.builder().addModule(new SimpleModule().addSerializer(new Words())).build();

    private static final JsonMapper TERMINAL =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build();

    private Json() {}

    static String of(Object value) {
        return PLAIN.writeValueAsString(value);
    }

    static String upstreams(List<UpstreamState> upstreams) {
        return UPSTREAMS.writeValueAsString(Map.of("upstreams", upstreams));
    }

    static JsonNode tree(String json) throws JacksonException {
        return PLAIN.readTree(json);
    }

    /// Indented, ASCII only, so that nothing in it moves a cursor.
    static String forTerminal(JsonNode value) {
        return TERMINAL.writeValueAsString(value) + "\n";
    }

    @SuppressWarnings("rawtypes") // the class literal of a raw type is all Jackson can be given
    private static final class Words extends ValueSerializer<Enum> {
        @Override
        public Class<Enum> handledType() {
            return Enum.class;
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
