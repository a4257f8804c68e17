package dev.goodgate.diagnosis.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/// The catalogue of products. A new one is a file beside the others and its name in `index`; a new
/// error page of a known product is some lines in its file. Loaded once.
public final class Products {
    private Products() {}

    /// All of them, by id.
    public static List<Product> all() {
        return Loaded.ALL;
    }

    private static final class Loaded {
        static final List<Product> ALL =
                lines("index").stream()
                        .map(id -> ProductFile.read(id, properties(id + ".properties")))
                        .toList();
    }

    static List<String> lines(String file) {
        try (InputStream octets = open(file)) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("fingerprints: cannot read " + file, broken);
        }
    }

    static Properties properties(String file) {
        Properties entries = new Properties();
        try (Reader reader = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
            entries.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException("fingerprints: cannot read " + file, broken);
        }
        return entries;
    }

    private static InputStream open(String file) {
        InputStream octets = Products.class.getResourceAsStream(file);
        if (octets == null) {
            throw new IllegalStateException("fingerprints: there is no file " + file);
        }
        return octets;
    }
}
