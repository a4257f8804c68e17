package dev.goodgate.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A configuration file with places such as `${PORT}` to fill in.
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z_]+)}");

    private final Path file;

    /// The template in this file.
    public Template(Path file) {
        this.file = file;
    }

    /// Writes the filled file and returns its path. A place without a value is a fault.
    public Path fill(Path target, Map<String, String> values) {
        try {
            Matcher places = PLACE.matcher(Files.readString(file));
            String filled =
                    places.replaceAll(place -> {
                        String value = values.get(place.group(1));
                        if (value == null) {
                            throw new BenchFailure(file + ": no value for " + place.group());
                        }
                        return Matcher.quoteReplacement(value);
                    });
            return Files.writeString(target, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
