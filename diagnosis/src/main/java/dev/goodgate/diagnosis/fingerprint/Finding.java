package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Diagnosis.Ranked;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.CauseTexts;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.status.StatusPhrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An [Identification] put into words: what both renderings say.
final class Finding {
    final Identification found;
    final Words words;
    private final Texts texts;

    Finding(Identification found, Language language) {
        this.found = found;
        this.words = new Words(language);
        this.texts = Texts.in(language);
    }

    /// The match the words are about: the best, or a generic page's.
    Optional<Match> match() {
        return found.best();
    }

    String verdict() {
        String key = "verdict." + found.verdict().name().toLowerCase(Locale.ROOT);
        return match().map(match -> words.word(key, match.product())).orElse(words.word(key));
    }

    String answer() {
        SavedResponse response = found.response();
        if (!response.hasHead()) return "";
        String reason = Printable.of(response.reason(), 80);
        if (reason.isEmpty()) reason = StatusPhrases.phrase(response.status());
        return (response.status() + " " + reason).strip();
    }

    String meaning() {
        return match().map(words::meaning).orElse("");
    }

    String where() {
        if (match().isEmpty()) return "";
        Match match = match().get();
        return words.word("hop." + match.fingerprint().hop().id(), match.product());
    }

    /// What stands between the things of a list.
    String list(List<String> parts) {
        return texts.list(parts);
    }

    String named(String name, String value) {
        return texts.named(name, value);
    }

    String aside(String text, String aside) {
        return texts.aside(text, aside);
    }

    String name(Product product) {
        return product.name(words.language());
    }

    String confidence(Confidence confidence) {
        return words.word("confidence." + confidence.name().toLowerCase(Locale.ROOT));
    }

    CauseTexts texts(Ranked ranked) {
        if (found.verdict() != Identification.Verdict.OWN) {
            return CauseTexts.elsewhere(ranked.cause(), texts);
        }
        Symptom symptom =
                found.symptoms().isEmpty() ? Symptom.ORIGIN_ERROR : found.symptoms().getFirst();
        Failure failure = Failure.of(symptom, "", List.of(), List.of());
        return CauseTexts.of(ranked.cause(), failure, texts);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        SavedResponse response = found.response();
        if (!response.hasHead()) notes.add(words.word("note.body_only"));
        if (response.responses() > 1) {
            String count = Integer.toString(response.responses());
            notes.add(words.word("note.responses").replace("{count}", count));
        }
        boolean recalled =
                match().filter(one -> one.fingerprint().known() == Fingerprint.Known.RECALLED)
                        .isPresent();
        if (recalled) notes.add(words.word("note.recalled"));
        for (SavedResponse.Remark remark : response.remarks()) {
            notes.add(words.word("note." + remark.word()).replace("{value}", remark.value()));
        }
        return notes;
    }
}
