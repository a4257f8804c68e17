package dev.goodgate.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// One `.properties` file of the atlas, UTF-8. What needs no translation stands once, a text as
/// `KEY.LANGUAGE`.
final class Texts {
    private final Properties values;

    private Texts(Properties values) {
        this.values = values;
    }

    /// Reads a resource of this package. One that is missing is a bug.
    static Texts read(String resource) {
        Properties values = new Properties();
        try (InputStream octets = Texts.class.getResourceAsStream(resource)) {
            if (octets == null) throw new IllegalStateException(resource + " is missing");
            values.load(new InputStreamReader(octets, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(values);
    }

    /// What stands once; empty where nothing stands.
    String value(String key) {
        return values.getProperty(key, "");
    }

    /// The parts between commas.
    List<String> list(String key) {
        List<String> parts = new ArrayList<>();
        for (String part : value(key).split(",", -1)) {
            if (!part.isBlank()) parts.add(part.strip());
        }
        return parts;
    }

    /// The text in that language, else in English, else empty.
    String text(String key, String language) {
        String text = value(key + "." + language);
        return text.isEmpty() ? value(key + ".en") : text;
    }

    Iterable<String> keys() {
        return values.stringPropertyNames();
    }
}
