package dev.goodgate.diagnosis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.RandomFailures;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class CausesTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    @ParameterizedTest
    @FieldSource("dev.goodgate.diagnosis.cause.Causes#ALL")
    void a_cause_is_named_like_its_class(Cause cause) {
        String name =
                Stream.of(cause.id().split("-", -1))
                        .map(word ->
                                word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
        assertThat(cause.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(cause.getClass().getSimpleName()).isEqualTo(name);
    }

    @Test
    void every_class_beside_the_catalogue_is_in_it() throws IOException {
        Path folder = Path.of("src/main/java/dev/goodgate/diagnosis/cause");
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> written = new TreeSet<>();
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("implements Cause {")) {
                    written.add(file.getFileName().toString().replace(".java", ""));
                }
            }
            assertThat(Causes.ALL)
                    .extracting(cause -> cause.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void a_failure_of_ours_always_has_a_cause_and_never_more_than_five(Symptom symptom) {
        RandomFailures random = new RandomFailures(7);
        for (int i = 0; i < 100; i++) {
            Diagnosis diagnosis = Samples.diagnosis(random.next(symptom));
            assertThat(diagnosis.causes()).hasSizeLessThanOrEqualTo(5);
            assertThat(diagnosis.causes())
                    .isSortedAccordingTo((a, b) -> a.confidence().compareTo(b.confidence()));
        }
        if (symptom.status() < 500) return;
        typical(symptom)
                .forEach(failure -> assertThat(Samples.diagnosis(failure).causes()).isNotEmpty());
    }

    @Test
    void localhost_refused_over_ipv6_only_points_to_the_wrong_family() {
        assertThat(first(refusedAt("[::1]:3000"))).isEqualTo("ipv6-localhost-mismatch");
        assertThat(first(refusedAt("127.0.0.1:3000"))).isEqualTo("upstream-not-listening");
        assertThat(first(Samples.refused())).isEqualTo("upstream-not-listening");
    }

    @Test
    void a_reused_connection_that_closes_unanswered_is_a_race() {
        assertThat(first(closed(new Evidence.Age.Reused(Duration.ofSeconds(4)), 300)))
                .isEqualTo("keepalive-race");
        assertThat(first(closed(new Evidence.Age.Fresh(), 300))).isEqualTo("upstream-closed-early");
        assertThat(first(closed(new Evidence.Age.Fresh(), 30_000_000)))
                .isEqualTo("upstream-worker-timeout");
    }

    @Test
    void octets_of_another_protocol_confirm_a_mismatch() {
        Diagnosis diagnosis = Samples.diagnosis(Samples.foreign());
        assertThat(diagnosis.causes().getFirst().cause().id()).isEqualTo("protocol-mismatch");
        assertThat(diagnosis.causes().getFirst().confidence())
                .isEqualTo(Cause.Confidence.CONFIRMED);
    }

    @Test
    void an_address_in_a_command_cannot_run_another_command() {
        Failure failure = refusedAt("/run/x'; rm -rf ~ #");
        Failure missing =
                Failure.of(Symptom.CONNECT_SOCKET_MISSING, "", failure.attempts(), List.of());
        CauseTexts texts = CauseTexts.of(new UnixSocketMissing(), missing, ENGLISH);
        assertThat(texts.remedies().toString()).contains("'/run/x'\\''; rm -rf ~ #'");
    }

    private static String first(Failure failure) {
        return Samples.diagnosis(failure).causes().getFirst().cause().id();
    }

    private static Failure refusedAt(String address) {
        return one(Symptom.CONNECT_REFUSED, address, 90, new Evidence.Age.Fresh());
    }

    private static Failure closed(Evidence.Age age, long micros) {
        return one(Symptom.RESPONSE_CLOSED_EARLY, "127.0.0.1:3000", micros, age);
    }

    private static Failure one(Symptom symptom, String address, long micros, Evidence.Age age) {
        Attempt.Result result = new Attempt.Result.Failed(symptom, symptom.phase());
        Attempt attempt = new Attempt(result, address, micros, 0, 0, age);
        return Failure.of(symptom, "", List.of(attempt), List.of());
    }

    /// The plainest failure of that symptom, and one with evidence from the resolver's cache.
    private static List<Failure> typical(Symptom symptom) {
        Evidence cached =
                new Evidence.DnsAnswer(
                        "app", "NOERROR", List.of("10.0.0.1"), Evidence.DnsAnswer.Source.CACHED);
        return List.of(
                Failure.of(symptom, "", List.of(), List.of()),
                Samples.with(symptom, 413, ""),
                Samples.with(symptom, 431, ""),
                one(symptom, "[::1]:3000", 100, new Evidence.Age.Fresh()),
                one(symptom, "/run/app.sock", 20_000_000, new Evidence.Age.Fresh()),
                Failure.of(symptom, "", List.of(), List.of(cached)));
    }
}
