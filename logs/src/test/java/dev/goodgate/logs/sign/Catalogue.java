package dev.goodgate.logs.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Files of the catalogue, and lines to try on them, as the tests need them.
final class Catalogue {
    private final List<Sign> signs = new ArrayList<>();

    /// The signs of these files, in their order.
    Catalogue(String... products) {
        for (String product : products) {
            signs.addAll(SignFile.read(product, text(product + ".signs")));
        }
    }

    /// The ids of all signs that the line shows.
    List<String> shownBy(String line) {
        return signsOf(line).stream().map(Sign::id).toList();
    }

    /// The ids of the signs of failure, notes left out, that the line shows.
    List<String> failuresShownBy(String line) {
        return signsOf(line).stream().filter(sign -> !sign.note()).map(Sign::id).toList();
    }

    List<Sign> signs() {
        return List.copyOf(signs);
    }

    /// The lines of a file of this package.
    static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    private List<Sign> signsOf(String line) {
        String small = line.toLowerCase(Locale.ROOT);
        return signs.stream().filter(sign -> sign.in(small)).toList();
    }

    private static String text(String name) {
        try (InputStream in =
                Catalogue.class.getResourceAsStream("/dev/goodgate/logs/sign/" + name)) {
            if (in == null) throw new IllegalStateException("no file " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
