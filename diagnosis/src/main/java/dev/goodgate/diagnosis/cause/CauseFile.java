package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The file of one cause, `ID.properties`: facts once, texts in every language (`title.en`,
/// `title.ru`). Read when first asked for, then kept: a page reads the files of its causes only.
/// Immutable; safe for any thread.
final class CauseFile {
    /// As many as there are causes.
    private static final Map<String, CauseFile> READ = new ConcurrentHashMap<>();

    private final Properties entries;

    private CauseFile(Properties entries) {
        this.entries = entries;
    }

    /// The file of that cause. A file nobody wrote is a bug of ours that a test finds; at run time
    /// it is empty, so that an answer never fails for want of words.
    static CauseFile of(String id) {
        return READ.computeIfAbsent(id, CauseFile::read);
    }

    /// A fact, or empty.
    String fact(String key) {
        return entries.getProperty(key, "");
    }

    /// The text of that key in that language, else in English, else empty.
    String text(String key, Language language) {
        String english = entries.getProperty(key + ".en", "");
        return entries.getProperty(key + "." + language.tag(), english);
    }

    /// All keys.
    Set<String> keys() {
        return entries.stringPropertyNames();
    }

    private static CauseFile read(String id) {
        Properties entries = new Properties();
        try (InputStream octets = CauseFile.class.getResourceAsStream(id + ".properties")) {
            if (octets == null) return new CauseFile(entries);
            try (Reader reader = new InputStreamReader(octets, StandardCharsets.UTF_8)) {
                entries.load(reader);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("causes: cannot read " + id + ".properties", broken);
        }
        return new CauseFile(entries);
    }
}
