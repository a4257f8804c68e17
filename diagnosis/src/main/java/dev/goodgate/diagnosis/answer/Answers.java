package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.Diagnoser;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.status.StatusPhrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns a diagnosis into the answer a client gets. Safe for any thread and cheap enough for an
/// event loop: the fixed parts of a page are made once per symptom, language and format, and kept
/// (that list is closed, so the memory is bounded).
public final class Answers {
    /// No page is longer: it fits the first flight of a fresh TCP connection.
    private static final int MOST_OCTETS = 14 << 10;

    /// Blanks that mean nothing to a style sheet. Before the renderings, which need it.
    private static final Pattern STYLE = Pattern.compile(" *([{};:,]) +");

    private final String name;
    private final Map<Key, Template> templates = new ConcurrentHashMap<>();

    private record Key(String variant, Language language, Format format) {}

    /// Answers of the gateway of that name in `Proxy-Status`.
    public Answers(String name) {
        this.name = name;
    }

    /// Answers of `goodgate`.
    public Answers() {
        this("goodgate");
    }

    /// The answer to a failed exchange for that reader. Never throws.
    public Answer answer(Diagnosis diagnosis, Reader reader) {
        Failure failure = diagnosis.failure();
        Texts texts = Texts.in(reader.language());
        Rendering rendering = rendering(reader.format());
        Template template = template(failure, reader, texts, rendering);
        Template.Values values = common(diagnosis, reader, texts, rendering);
        values.within(MOST_OCTETS - template.octets());
        rendering.fill(values, diagnosis, reader, texts);
        byte[] body = template.fill(values);
        return new Answer(
                failure.status(),
                StatusPhrases.phrase(failure.status()),
                fields(diagnosis, reader),
                body);
    }

    /// The same answer with the owner's page as its body, for a reader of HTML. The page is
    /// answered without a policy of ours, which would forbid its style and pictures, and without
    /// `Content-Language` unless it names its language itself.
    public Answer answer(Diagnosis diagnosis, Reader reader, ErrorPage page) {
        Failure failure = diagnosis.failure();
        byte[] body = page.fill(diagnosis, reader, Texts.in(reader.language()));
        List<Answer.Field> fields = fields(diagnosis, reader);
        fields.removeIf(field ->
                field.name().equals("Content-Security-Policy")
                        || (field.name().equals("Content-Language") && !page.namesLanguage()));
        String phrase = StatusPhrases.phrase(failure.status());
        return new Answer(failure.status(), phrase, fields, body);
    }

    /// Reads texts and templates before they are needed, so that the first failure is answered as
    /// fast as the later ones. Takes some milliseconds of reading: call it off the event loops.
    public void prepare() {
        Failure failure = Failure.of(Symptom.CONNECT_REFUSED, "", List.of(), List.of());
        Diagnosis diagnosis = Diagnoser.diagnose(failure, new IncidentId("0".repeat(20)));
        for (Language language : Language.all()) {
            for (Format format : Format.values()) {
                answer(diagnosis, new Reader(format, language, Exposure.FULL, true));
            }
        }
    }

    /// The value of `Proxy-Status` for an answer of the origin that is passed on unchanged.
    public String relayed(int status) {
        return ProxyStatus.relayed(name, status);
    }

    private List<Answer.Field> fields(Diagnosis diagnosis, Reader reader) {
        Failure failure = diagnosis.failure();
        List<Answer.Field> fields = new ArrayList<>(11);
        fields.add(new Answer.Field("Content-Type", reader.format().contentType()));
        fields.add(new Answer.Field("Content-Language", reader.language().written()));
        fields.add(new Answer.Field("Cache-Control", "no-store"));
        fields.add(new Answer.Field("Vary", "Accept, Accept-Language"));
        String member = ProxyStatus.of(name, failure, reader.exposure());
        fields.add(new Answer.Field("Proxy-Status", member));
        fields.add(new Answer.Field("Goodgate-Incident", diagnosis.incident().text()));
        OptionalInt seconds = RetryAdvice.seconds(failure, reader.idempotent());
        if (seconds.isPresent()) {
            fields.add(new Answer.Field("Retry-After", Integer.toString(seconds.getAsInt())));
        }
        fields.add(new Answer.Field("X-Content-Type-Options", "nosniff"));
        fields.add(new Answer.Field("Referrer-Policy", "no-referrer"));
        if (reader.format() == Format.HTML) {
            fields.add(new Answer.Field("Content-Security-Policy", HtmlPage.POLICY));
        }
        return fields;
    }

    private static Template.Values common(
            Diagnosis diagnosis, Reader reader, Texts texts, Rendering rendering) {
        Failure failure = diagnosis.failure();
        Instant made = Instant.ofEpochMilli(diagnosis.incident().epochMillis());
        String time = made.truncatedTo(ChronoUnit.SECONDS).toString();
        boolean retryable = RetryAdvice.retryable(failure, reader.idempotent());
        return new Template.Values()
                .set(Slot.STATUS, Integer.toString(failure.status()))
                .set(Slot.PHRASE, rendering.escape(StatusPhrases.phrase(failure.status())))
                .set(Slot.INCIDENT, diagnosis.incident().text())
                .set(Slot.TIME, time)
                .set(Slot.TIME_TEXT, time.replace('T', ' ').replace("Z", " UTC"))
                .set(Slot.HOP, failure.hop().id())
                .set(Slot.HOP_NAME, rendering.escape(texts.text("hop." + failure.hop().id())))
                .set(Slot.PHASE, failure.phase().id())
                .set(Slot.PHASE_NAME, rendering.escape(texts.text("phase." + failure.phase().id())))
                .set(Slot.RETRYABLE, Boolean.toString(retryable))
                .set(Slot.RETRYABLE_TEXT, texts.text(retryable ? "page.yes" : "page.no"));
    }

    private Template template(Failure failure, Reader reader, Texts texts, Rendering rendering) {
        String variant = SymptomTexts.variant(failure.symptom(), failure.status(), texts);
        Key key = new Key(variant, reader.language(), reader.format());
        Template known = templates.get(key);
        if (known != null) return known;
        Template made = make(failure, reader.language(), texts, rendering);
        templates.put(key, made);
        return made;
    }

    private static Template make(
            Failure failure, Language language, Texts texts, Rendering rendering) {
        SymptomTexts symptom = SymptomTexts.of(failure.symptom(), failure.status(), texts);
        Map<String, String> words = new HashMap<>(rendering.words());
        for (String key : texts.keys("page.")) {
            words.put(key, rendering.escape(texts.text(key)));
        }
        words.put("colon", texts.text("list.colon"));
        words.put("comma", texts.text("list.separator"));
        words.put("open", texts.text("list.open"));
        words.put("close", texts.text("list.close"));
        words.put("language", language.written());
        words.put("symptom", failure.symptom().id());
        words.put("title", rendering.escape(symptom.title()));
        words.put("visitor", rendering.escape(symptom.visitor()));
        words.put("operator_sentence", rendering.escape(symptom.operator()));
        words.put("advice", rendering.advice(symptom));
        return Template.of(source(rendering.template()), words);
    }

    private static Rendering rendering(Format format) {
        return switch (format) {
            case PROBLEM -> PROBLEM;
            case HTML -> HTML;
            case MARKDOWN -> MARKDOWN;
            case PLAIN -> PLAIN;
        };
    }

    private static final Rendering PROBLEM = new ProblemDetails();
    private static final Rendering HTML = new HtmlPage();
    private static final Rendering MARKDOWN = new MarkdownText();
    private static final Rendering PLAIN = new PlainText();

    private static String dense(String line) {
        String text = line.strip();
        return text.endsWith("}") || (text.endsWith(";") && text.startsWith("--"))
                ? STYLE.matcher(text).replaceAll("$1")
                : text;
    }

    /// The template of that name, without the indentation that only its authors need.
    static String source(String file) {
        try (InputStream octets = Answers.class.getResourceAsStream(file)) {
            if (octets == null) throw new IllegalStateException("template: no " + file);
            String text = new String(octets.readAllBytes(), StandardCharsets.UTF_8);
            return file.endsWith(".html")
                    ? text.lines().map(Answers::dense).collect(Collectors.joining("\n", "", "\n"))
                    : text;
        } catch (IOException broken) {
            throw new UncheckedIOException("template: cannot read " + file, broken);
        }
    }
}
