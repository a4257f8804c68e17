package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.cause.CauseTexts;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.diagnosis.text.Json;
import dev.goodgate.diagnosis.text.Texts;
import java.util.Locale;

/// The parts of a diagnosis that problem details and incidents share.
public final class DiagnosisJson {
    private DiagnosisJson() {}

    /// The member `attempts`. The public does not see where they went.
    static void attempts(Json json, Diagnosis diagnosis, Exposure exposure) {
        json.list("attempts");
        for (Attempt attempt : diagnosis.failure().attempts()) {
            attempt(json.open(), attempt);
            if (exposure == Exposure.FULL) json.known("address", attempt.address());
            json.close();
        }
        json.end();
    }

    /// The members of one attempt that everybody may see.
    public static void attempt(Json json, Attempt attempt) {
        switch (attempt.result()) {
            case Attempt.Result.Answered(int status) -> json.member("status", status);
            case Attempt.Result.Failed(var symptom, var phase) ->
                    json.member("phase", phase.id()).member("symptom", symptom.id());
        }
        json.member("micros", attempt.micros())
                .member("sentBytes", attempt.sentBytes())
                .member("receivedBytes", attempt.receivedBytes())
                .member("reused", attempt.reused());
    }

    /// The member `causes`. The public sees only what a visitor can do.
    public static void causes(Json json, Diagnosis diagnosis, Texts texts, Exposure exposure) {
        json.list("causes");
        for (Diagnosis.Ranked ranked : diagnosis.causes()) {
            CauseTexts cause =
                    exposure == Exposure.PUBLIC
                            ? CauseTexts.general(ranked.cause(), texts)
                            : CauseTexts.of(ranked.cause(), diagnosis.failure(), texts);
            json.open()
                    .member("id", ranked.cause().id())
                    .member("confidence", ranked.confidence().name().toLowerCase(Locale.ROOT))
                    .member("title", cause.title())
                    .list("remedies");
            for (Remedy remedy : cause.remedies()) {
                if (exposure == Exposure.PUBLIC && remedy.audience() != Audience.VISITOR) continue;
                json.open()
                        .member("audience", remedy.audience().id())
                        .member("text", remedy.text())
                        .known("command", remedy.command())
                        .close();
            }
            json.end().close();
        }
        json.end();
    }
}
