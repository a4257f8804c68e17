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

/// What the owner of a site may have filled into a page of their own. Words are in the language of
/// the reader and escaped; the two slots that are markup themselves stand in content only.
enum PageSlot {
    LANGUAGE,
    STATUS,
    PHRASE,
    TITLE,
    EXPLANATION,
    /// The advice as items of a list.
    ADVICE,
    /// The advice to wait, as a sentence; nothing where waiting does not help.
    RETRY,
    /// The seconds to wait; nothing where waiting does not help.
    RETRY_AFTER,
    INCIDENT,
    TIME,
    TIME_TEXT,
    HOP,
    PHASE,
    SYMPTOM,
    /// The part for operators; nothing where the request may not see it.
    OPERATOR,
    LABEL_ADVICE,
    LABEL_RETRY,
    LABEL_INCIDENT,
    LABEL_TIME,
    LABEL_WHERE;

    /// What one answer is about.
    record About(Diagnosis diagnosis, Reader reader, Texts texts) {
        private String text(PageSlot slot) {
            return switch (slot) {
                case LANGUAGE -> reader.language().written();
                case STATUS -> Integer.toString(failure().status());
                case PHRASE -> StatusPhrases.phrase(failure().status());
                case TITLE -> symptom().title();
                case EXPLANATION -> symptom().visitor();
                case ADVICE -> new HtmlPage().advice(symptom());
                case RETRY -> retry();
                case RETRY_AFTER -> seconds().isPresent() ? "" + seconds().getAsInt() : "";
                case INCIDENT -> diagnosis.incident().text();
                case TIME -> time();
                case TIME_TEXT -> time().replace('T', ' ').replace("Z", " UTC");
                case HOP -> texts.text("hop." + failure().hop().id());
                case PHASE -> texts.text("phase." + failure().phase().id());
                case SYMPTOM -> failure().symptom().id();
                case OPERATOR -> operator();
                case LABEL_ADVICE -> texts.text("page.what_you_can_do");
                case LABEL_RETRY -> texts.text("page.retry_now");
                case LABEL_INCIDENT -> texts.text("page.incident");
                case LABEL_TIME -> texts.text("page.time");
                case LABEL_WHERE -> texts.text("page.where");
            };
        }

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
                    ? new HtmlOperator(diagnosis, texts).render(Integer.MAX_VALUE)
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
        String text = about.text(this);
        return markup() ? text : HtmlPage.escaped(text);
    }
}
