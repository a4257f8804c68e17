package dev.goodgate.diagnosis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Evidence.Age;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A cause's file says of each symptom how much it speaks for the cause; its class judges. They
/// agree.
class PriorTest {
    @ParameterizedTest
    @FieldSource("dev.goodgate.diagnosis.cause.Causes#ALL")
    void the_file_says_of_each_symptom_what_the_class_makes_of_it(Cause cause) {
        Map<Symptom, Prior> found = new LinkedHashMap<>();
        for (Symptom symptom : Symptom.values()) {
            Optional<Prior> prior =
                    plain(symptom)
                            .map(cause::judge)
                            .flatMap(Optional::stream)
                            .min(Confidence::compareTo)
                            .map(Prior::of);
            if (prior.isPresent()) found.put(symptom, prior.get());
            else if (proofs(cause, symptom).anyMatch(f -> cause.judge(f).isPresent())) {
                found.put(symptom, Prior.RARE);
            }
        }
        assertThat(line(CauseEntry.of(cause.id(), Language.ENGLISH).symptoms()))
                .as("symptoms of " + cause.id())
                .isEqualTo(line(found));
        assertThat(found).as("symptoms that " + cause.id() + " fits").isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("dev.goodgate.diagnosis.cause.Causes#ALL")
    void a_log_line_of_the_file_confirms_the_cause(Cause cause) {
        CauseEntry entry = CauseEntry.of(cause.id(), Language.ENGLISH);
        for (String log : entry.logs()) {
            assertThat(log).matches("[a-z-]+: .+");
            assertThat(entry.symptoms().keySet())
                    .as(log)
                    .anyMatch(symptom -> confirms(cause, symptom, line(log)));
        }
    }

    private static boolean confirms(Cause cause, Symptom symptom, Evidence log) {
        return plain(symptom)
                .map(plain -> with(plain, log))
                .map(cause::judge)
                .anyMatch(judged -> judged.equals(Optional.of(Confidence.CONFIRMED)));
    }

    private static Failure with(Failure plain, Evidence log) {
        return new Failure(
                plain.symptom(),
                plain.status(),
                plain.hop(),
                plain.phase(),
                plain.retry(),
                "",
                Map.of(),
                plain.attempts(),
                List.of(log));
    }

    /// Failures of that symptom as the gateway meets them, each fit for some cause.
    private static Stream<Failure> plain(Symptom symptom) {
        List<Failure> all = new ArrayList<>();
        all.add(failure(symptom));
        all.add(Samples.with(symptom, 413, ""));
        all.add(Samples.with(symptom, 431, ""));
        for (Age age : List.of(new Age.Fresh(), new Age.Reused(Duration.ofSeconds(4)))) {
            all.add(one(symptom, "[::1]:3000", 100, age));
            all.add(one(symptom, "127.0.0.1:3000", 100, age));
            all.add(one(symptom, "/run/app.sock", 20_000_000, age));
        }
        for (String errno : List.of("ENOSPC", "EACCES", "EMFILE", "EADDRNOTAVAIL", "ENETUNREACH")) {
            all.add(failure(symptom, new Evidence.Errno(errno, "connect")));
        }
        all.add(failure(symptom, new Evidence.RuleBroken("r", "s", 0, "\\x15\\x03\\x01")));
        for (var source : Evidence.DnsAnswer.Source.values()) {
            all.add(
                    failure(
                            symptom,
                            new Evidence.DnsAnswer("app", "NOERROR", List.of("10.0.0.1"), source)));
        }
        return all.stream();
    }

    private static Stream<Failure> proofs(Cause cause, Symptom symptom) {
        Stream<Evidence> logs =
                CauseEntry.of(cause.id(), Language.ENGLISH).logs().stream().map(PriorTest::line);
        Stream<Evidence> ends =
                Arrays.stream(Evidence.ProcessEnded.End.values())
                        .map(end -> new Evidence.ProcessEnded("app", end));
        Stream<Evidence> probes =
                Arrays.stream(Evidence.Probe.Finding.values())
                        .map(finding -> new Evidence.Probe(finding, ""));
        return Stream.of(logs, ends, probes)
                .flatMap(stream -> stream)
                .map(evidence -> failure(symptom, evidence));
    }

    private static Evidence line(String log) {
        int colon = log.indexOf(": ");
        return new Evidence.LogLine(log.substring(0, colon), log.substring(colon + 2));
    }

    private static Failure failure(Symptom symptom, Evidence... evidence) {
        return Failure.of(symptom, "", List.of(), List.of(evidence));
    }

    private static Failure one(Symptom symptom, String address, long micros, Age age) {
        Attempt.Result result = new Attempt.Result.Failed(symptom, symptom.phase());
        Attempt attempt = new Attempt(result, address, micros, 0, 0, age);
        return Failure.of(symptom, "", List.of(attempt), List.of());
    }

    private static String line(Map<Symptom, Prior> symptoms) {
        List<String> words = new ArrayList<>();
        for (Symptom symptom : Symptom.values()) {
            Prior prior = symptoms.get(symptom);
            if (prior != null) words.add(symptom.id() + ":" + prior.id());
        }
        return String.join(" ", words);
    }
}
