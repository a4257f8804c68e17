package dev.goodgate.gateway.admin;

import dev.goodgate.gateway.config.Settings;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The configuration in force as JSON with the names of the file, without its secrets: the admin
/// token, values of fields that are set or matched, and userinfo in URLs.
final class ConfigView {
    private static final String REDACTED = "[redacted]";
    private static final Pattern USERINFO = Pattern.compile("//[^/?#@]*@");
    private static final Set<String> FIELD_MAPS = Set.of("set", "add", "headers");

    private ConfigView() {}

    static JsonNode of(Settings settings) {
        JsonNode tree = Json.configuration(settings);
        redact(tree);
        return tree;
    }

    private static void redact(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(String[]::new)) {
                redact(object, name);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode each = array.get(i);
                if (each.isString()) array.set(i, withoutUserinfo(each.stringValue()));
                else redact(each);
            }
        }
    }

    private static void redact(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        if (FIELD_MAPS.contains(name) && value instanceof ObjectNode fields) {
            fields.propertyNames().stream()
                    .toList()
                    .forEach(field -> {
                        if (!fields.get(field).stringValue("").equals("*")) {
                            fields.put(field, REDACTED);
                        }
                    });
        } else if (value.isString()) {
            boolean token = name.equals("token") && !value.stringValue().isEmpty();
            object.put(name, token ? REDACTED : withoutUserinfo(value.stringValue()));
        } else {
            redact(value);
        }
    }

    private static String withoutUserinfo(String text) {
        return USERINFO.matcher(text).replaceAll("//" + REDACTED + "@");
    }
}
