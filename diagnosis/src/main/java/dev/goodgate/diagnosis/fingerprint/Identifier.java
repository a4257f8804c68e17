package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Diagnosis.Ranked;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.Diagnoser;
import dev.goodgate.diagnosis.fingerprint.Identification.Said;
import dev.goodgate.diagnosis.fingerprint.Identification.Through;
import dev.goodgate.diagnosis.fingerprint.Identification.Verdict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says which product made an error page. Stateless; safe for any thread; never throws for what the
/// page holds.
public final class Identifier {
    private static final int MOST_CAUSES = 5;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_SAID = 20;
    private static final int SHOWN = 200;

    /// The cause that stands for no known one.
    private static final String UNKNOWN = "other";

    private Identifier() {}

    /// The finding about these octets, empty when they are no HTTP response: neither a saved
    /// response nor a page, nor text of an error we know.
    public static Optional<Identification> identify(byte[] octets) {
        Optional<SavedResponse> response = ResponseReader.read(octets);
        if (response.isEmpty()) return Optional.empty();
        Identification found = identify(response.get());
        boolean nothing = found.best().isEmpty() && found.others().isEmpty();
        boolean text = response.get().form() == SavedResponse.Form.TEXT;
        return nothing && text && found.verdict() == Verdict.UNKNOWN
                ? Optional.empty()
                : Optional.of(found);
    }

    /// The finding about that response.
    public static Identification identify(SavedResponse response) {
        Matcher matcher = new Matcher(response);
        List<Match> matches = matcher.matches(Products.all());
        List<ProxyStatusList.Member> said = ProxyStatusList.read(response.values("proxy-status"));
        Optional<OwnAnswer> own = OwnAnswer.of(response, said);
        Optional<Match> best = own.isPresent() ? Optional.empty() : best(matches);
        Verdict verdict = own.isPresent() ? Verdict.OWN : verdict(response, best, matches, said);
        List<Symptom> symptoms =
                own.isPresent() ? own.get().symptoms() : symptoms(best, said, matches);
        return new Identification(
                response,
                verdict,
                best,
                own.isPresent() ? List.of() : others(matches, best),
                matcher.passages(Products.all()).stream()
                        .map(one -> new Through(one.product(), one.by()))
                        .toList(),
                said.stream().limit(MOST_SAID).map(Identifier::said).toList(),
                own.map(OwnAnswer::incident).orElse(""),
                symptoms,
                causes(symptoms));
    }

    /// The first match that is enough to name a product.
    private static Optional<Match> best(List<Match> matches) {
        return matches.stream()
                .limit(1)
                .filter(match -> match.confidence() != Confidence.POSSIBLE)
                .filter(match -> !match.product().generic())
                .findFirst();
    }

    private static Verdict verdict(
            SavedResponse response,
            Optional<Match> best,
            List<Match> matches,
            List<ProxyStatusList.Member> said) {
        if (best.isPresent()) return Verdict.PRODUCT;
        if (said.stream().anyMatch(member -> !member.error().isEmpty())) return Verdict.STATED;
        if (response.hasHead() && response.status() < 400) return Verdict.FINE;
        if (response.value("content-type").contains("application/problem+json")) {
            return Verdict.PROBLEM;
        }
        return matches.isEmpty() ? Verdict.UNKNOWN : Verdict.GENERIC;
    }

    /// What `Proxy-Status` states beats what a page suggests.
    private static List<Symptom> symptoms(
            Optional<Match> best, List<ProxyStatusList.Member> said, List<Match> matches) {
        for (ProxyStatusList.Member member : said) {
            if (!member.symptoms().isEmpty()) return member.symptoms();
        }
        if (best.isPresent()) return best.get().fingerprint().symptoms();
        return matches.stream()
                .filter(match -> match.product().generic())
                .findFirst()
                .map(match -> match.fingerprint().symptoms())
                .orElse(List.of());
    }

    private static List<Match> others(List<Match> matches, Optional<Match> best) {
        Set<String> seen = new HashSet<>();
        best.ifPresent(match -> seen.add(match.product().id()));
        return matches.stream()
                .filter(match -> !match.product().generic() && seen.add(match.product().id()))
                .limit(MOST_OTHERS)
                .toList();
    }

    private static Said said(ProxyStatusList.Member member) {
        return new Said(
                Printable.of(member.name(), SHOWN),
                Printable.of(member.error(), SHOWN),
                Printable.of(member.parameters().getOrDefault("received-status", ""), SHOWN),
                Printable.of(member.parameters().getOrDefault("details", ""), SHOWN));
    }

    /// The causes of those symptoms. Where the page leaves several open, the first cause of each
    /// comes before the second of any, in the order of the symptoms, and none is more than
    /// possible.
    private static List<Ranked> causes(List<Symptom> symptoms) {
        if (symptoms.size() == 1) return first(causes(symptoms.getFirst()));
        List<List<Ranked>> each = symptoms.stream().map(Identifier::causes).toList();
        int deepest = each.stream().mapToInt(List::size).max().orElse(0);
        Map<String, Ranked> found = new LinkedHashMap<>();
        for (int rank = 0; rank < deepest; rank++) {
            for (List<Ranked> causes : each) {
                if (rank >= causes.size()) continue;
                Cause cause = causes.get(rank).cause();
                found.putIfAbsent(cause.id(), new Ranked(cause, Confidence.POSSIBLE));
            }
        }
        if (found.size() > 1) found.remove(UNKNOWN);
        return first(List.copyOf(found.values()));
    }

    private static List<Ranked> causes(Symptom symptom) {
        Failure failure = Failure.of(symptom, "", List.of(), List.of());
        return Diagnoser.diagnose(failure, new IncidentId("0".repeat(20))).causes();
    }

    private static List<Ranked> first(List<Ranked> causes) {
        return causes.subList(0, Math.min(MOST_CAUSES, causes.size()));
    }
}
