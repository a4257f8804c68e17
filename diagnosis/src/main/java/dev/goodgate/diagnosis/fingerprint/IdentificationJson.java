package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Diagnosis.Ranked;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.CauseTexts;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.diagnosis.text.Json;
import dev.goodgate.diagnosis.text.Language;
import java.util.Locale;

/// An identification for programs: `docs/schema/identify.schema.json`.
public final class IdentificationJson {
    private IdentificationJson() {}

    /// One JSON object.
    public static String of(Identification found, Language language) {
        Finding finding = new Finding(found, language);
        Json json = new Json().open();
        json.member("verdict", lower(found.verdict()));
        json.member("sentence", finding.verdict());
        response(json, found.response());
        if (found.best().isPresent()) {
            Match best = found.best().get();
            match(json.object("match"), best, finding);
            json.member("hop", best.fingerprint().hop().id());
            json.member("where", finding.where());
            json.list("evidence");
            best.evidence().forEach(json::item);
            json.end().close();
        }
        json.known("incident", found.incident());
        json.list("symptoms");
        for (Symptom symptom : found.symptoms()) json.item(symptom.id());
        json.end().list("proxyStatus");
        for (Identification.Said said : found.said()) {
            json.open().member("name", said.name()).known("error", said.error());
            json.known("receivedStatus", said.receivedStatus());
            json.known("details", said.details()).close();
        }
        json.end().list("passedThrough");
        for (Identification.Through through : found.passed()) {
            json.open().member("product", through.product().id());
            json.member("name", through.product().name());
            json.member("evidence", through.by()).close();
        }
        json.end().list("alternatives");
        for (Match other : found.others()) match(json.open(), other, finding).close();
        json.end().list("causes");
        for (Ranked ranked : found.causes()) cause(json, ranked, finding.texts(ranked));
        json.end().list("notes");
        finding.notes().forEach(json::item);
        return json.end().close().toString();
    }

    private static void response(Json json, SavedResponse response) {
        json.object("response");
        json.member("form", lower(response.form()));
        if (response.hasHead()) json.member("status", response.status());
        json.known("reason", Printable.of(response.reason(), 80));
        json.member("responses", response.responses()).close();
    }

    private static Json match(Json json, Match match, Finding finding) {
        return json.member("product", match.product().id())
                .member("name", match.product().name())
                .member("layer", match.product().layer())
                .member("fingerprint", match.fingerprint().id())
                .member("confidence", lower(match.confidence()))
                .member("failure", match.fingerprint().failure().id())
                .member("meaning", finding.words.meaning(match))
                .known("source", match.fingerprint().source());
    }

    private static void cause(Json json, Ranked ranked, CauseTexts texts) {
        json.open().member("id", ranked.cause().id());
        json.member("confidence", lower(ranked.confidence()));
        json.member("title", texts.title()).list("remedies");
        for (Remedy remedy : texts.remedies()) {
            json.open().member("audience", remedy.audience().id());
            json.member("text", remedy.text()).known("command", remedy.command()).close();
        }
        json.end().close();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
