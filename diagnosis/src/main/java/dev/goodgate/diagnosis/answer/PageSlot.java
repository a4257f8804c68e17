package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.status.StatusPhrases;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// What the owner of a site may have filled into a page of their own. Words are in the language of
/// the reader and escaped; the two slots that are markup themselves stand in content only.
enum PageSlot {
    LANGUAGE(about -> about.reader.language().written()),
    STATUS(about -> Integer.toString(about.failure().status())),
    PHRASE(about -> StatusPhrases.phrase(about.failure().status())),
    TITLE(about -> about.symptom().title()),
    EXPLANATION(about -> about.symptom().visitor()),
    /// The advice as items of a list.
    ADVICE(about -> new HtmlPage().advice(about.symptom())),
    /// The advice to wait, as a sentence; nothing where waiting does not help.
    RETRY(About::retry),
    /// The seconds to wait; nothing where waiting does not help.
    RETRY_AFTER(about -> about.seconds().isPresent() ? "" + about.seconds().getAsInt() : ""),
    INCIDENT(about -> about.diagnosis.incident().text()),
    TIME(About::time),
    TIME_TEXT(about -> about.time().replace('T', ' ').replace("Z", " UTC")),
    HOP(about -> about.texts.text("hop." + about.failure().hop().id())),
    PHASE(about -> about.texts.text("phase." + about.failure().phase().id())),
    SYMPTOM(about -> about.failure().symptom().id()),
    /// The part for operators; nothing where the request may not see it.
    OPERATOR(About::operator),
    LABEL_ADVICE(about -> about.texts.text("page.what_you_can_do")),
    LABEL_RETRY(about -> about.texts.text("page.retry_now")),
    LABEL_INCIDENT(about -> about.texts.text("page.incident")),
    LABEL_TIME(about -> about.texts.text("page.time")),
    LABEL_WHERE(about -> about.texts.text("page.where"));

    private final Function<About, String> value;

    PageSlot(Function<About, String> value) {
        this.value = value;
    }

    /// What one answer is about.
    record About(Diagnosis diagnosis, Reader reader, Texts texts) {
        private Failure failure() {
            return diagnosis.failure();
        }

        private SymptomTexts symptom() {
            return SymptomTexts.of(failure().symptom(), failure().status(), texts);
        }

        private OptionalInt seconds() {
            return RetryAdvice.seconds(failure(), reader.idempotent());
        }

        private String retry() {
            return seconds().isPresent() ? RetryAdvice.text(seconds().getAsInt(), texts) : "";
        }

        private String time() {
            Instant made = Instant.ofEpochMilli(diagnosis.incident().epochMillis());
            return made.truncatedTo(ChronoUnit.SECONDS).toString();
        }

        private String operator() {
            return reader.exposure() == Exposure.FULL
                    ? new HtmlOperator(diagnosis, texts).render()
                    : "";
        }
    }

    /// The name between the braces.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PageSlot> find(String id) {
        for (PageSlot slot : values()) {
            if (slot.id().equals(id)) return Optional.of(slot);
        }
        return Optional.empty();
    }

    /// Whether it is markup: only content can hold it.
    boolean markup() {
        return this == ADVICE || this == OPERATOR;
    }

    /// The value as it stands in the page.
    String of(About about) {
        String text = value.apply(about);
        return markup() ? text : HtmlPage.escaped(text);
    }
}
