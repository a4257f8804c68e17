package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Cause.Confidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares one response with every fingerprint. Linear in the response; not thread safe.
final class Matcher {
    private static final int SHOWN = 80;

    private final SavedResponse response;
    private final String page;

    Matcher(SavedResponse response) {
        this.response = response;
        this.page = PageText.of(response.body());
    }

    /// Those that fit, the surest first, on equal confidence the one with more evidence.
    List<Match> matches(List<Product> products) {
        List<Match> found = new ArrayList<>();
        for (Product product : products) {
            for (Fingerprint print : product.fingerprints()) {
                compare(product, print).ifPresent(found::add);
            }
        }
        found.sort(
                Comparator.comparing(Match::confidence)
                        .thenComparing(Match::score, Comparator.reverseOrder()));
        return found;
    }

    /// The products whose headers show that the response passed through them, with the header.
    List<Passage> passages(List<Product> products) {
        List<Passage> found = new ArrayList<>();
        for (Product product : products) {
            first(product.passed()).ifPresent(by -> found.add(new Passage(product, by)));
        }
        return found;
    }

    /// A product a response passed through, and the field that shows it, printable.
    record Passage(Product product, String by) {}

    private Optional<Match> compare(Product product, Fingerprint print) {
        Fingerprint.Signs signs = print.signs();
        List<String> evidence = new ArrayList<>();
        if (response.hasHead()) {
            if (!head(signs, evidence)) return Optional.empty();
        } else if (!pageAlone(signs)) {
            return Optional.empty();
        }
        int headed = evidence.size();
        int weight = body(signs, evidence);
        if (weight < 0) return Optional.empty();
        int hints = 0;
        for (Map.Entry<String, Glob> hint : signs.hints().entrySet()) {
            Optional<String> seen = seen(hint.getKey(), hint.getValue());
            seen.ifPresent(evidence::add);
            if (seen.isPresent()) hints++;
        }
        int score = headed * 24 + hints * 12 + weight;
        return Optional.of(new Match(product, print, confidence(product, print), score, evidence));
    }

    private boolean head(Fingerprint.Signs signs, List<String> evidence) {
        if (!signs.statuses().contains(response.status())) return false;
        if (!signs.reason().isEmpty()) {
            if (!Glob.of(signs.reason()).matches(response.reason())) return false;
            evidence.add("reason phrase \"" + Printable.of(response.reason(), SHOWN) + "\"");
        }
        for (String name : signs.absent()) {
            if (!response.value(name).isEmpty()) return false;
        }
        for (Map.Entry<String, Glob> needed : signs.required().entrySet()) {
            Optional<String> seen = seen(needed.getKey(), needed.getValue());
            if (seen.isEmpty()) return false;
            evidence.add(seen.get());
        }
        return true;
    }

    /// Whether the body can be recognised at all without its head: an empty one cannot.
    private static boolean pageAlone(Fingerprint.Signs signs) {
        if (!signs.reason().isEmpty() || signs.all().size() + signs.any().size() == 0) return false;
        return signs.all().stream().noneMatch(mark -> mark.text().equals("^$"));
    }

    /// The weight of the marks found, or -1 when one that is needed is not there.
    private int body(Fingerprint.Signs signs, List<String> evidence) {
        int weight = 0;
        for (Mark mark : signs.all()) {
            if (!mark.in(page)) return -1;
            weight += 16 + mark.weight();
            evidence.add(shown(mark));
        }
        if (signs.any().isEmpty()) return weight;
        for (Mark mark : signs.any()) {
            if (!mark.in(page)) continue;
            evidence.add(shown(mark));
            return weight + 16 + mark.weight();
        }
        return -1;
    }

    private static String shown(Mark mark) {
        if (mark.text().equals("^$")) return "an empty body";
        String text = mark.text();
        int from = mark.first() ? 1 : 0;
        int to = text.length() - (mark.last() ? 1 : 0);
        return "body \"" + Printable.of(text.substring(from, to), SHOWN) + "\"";
    }

    private Optional<String> first(Map<String, Glob> fields) {
        for (Map.Entry<String, Glob> field : fields.entrySet()) {
            Optional<String> seen = seen(field.getKey(), field.getValue());
            if (seen.isPresent()) return seen;
        }
        return Optional.empty();
    }

    private Optional<String> seen(String name, Glob pattern) {
        for (String value : response.values(name)) {
            if (!value.isEmpty() && pattern.matches(value)) {
                return Optional.of(name + ": " + Printable.of(value, SHOWN));
            }
        }
        return Optional.empty();
    }

    private Confidence confidence(Product product, Fingerprint print) {
        if (product.generic()) return Confidence.POSSIBLE;
        boolean recalled = print.known() == Fingerprint.Known.RECALLED;
        Confidence confidence =
                switch (print.strength()) {
                    case STRONG -> recalled ? Confidence.LIKELY : Confidence.CONFIRMED;
                    case MEDIUM -> Confidence.LIKELY;
                    case WEAK -> Confidence.POSSIBLE;
                };
        if (response.hasHead()) return confidence;
        return print.signs().required().isEmpty() ? less(confidence) : less(less(confidence));
    }

    private static Confidence less(Confidence confidence) {
        return confidence == Confidence.CONFIRMED ? Confidence.LIKELY : Confidence.POSSIBLE;
    }
}
