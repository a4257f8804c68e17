package dev.goodgate.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.ErrorType;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The catalogue is complete and speaks the vocabulary of the house.
final class CatalogueTest {
    @Test
    void every_row_has_a_scenario_or_is_a_benchmark() {
        Set<String> played = new TreeSet<>(Catalogue.BENCHMARKS.keySet());
        Catalogue.ALL.forEach(scenario -> played.add(scenario.id()));
        assertThat(Rows.ALL).hasSize(126);
        assertThat(played).isEqualTo(new TreeSet<>(Rows.ALL.keySet()));
    }

    @Test
    void only_rows_whose_oracle_is_a_timing_are_benchmarks() {
        assertThat(Catalogue.BENCHMARKS.keySet())
                .allMatch(id -> "timing".equals(Rows.of(id).needs()));
    }

    @Test
    void a_row_that_needs_a_namespace_runs_in_one() {
        assertThat(Catalogue.ALL)
                .filteredOn(scenario -> "netns".equals(scenario.row().needs()))
                .allMatch(scenario -> scenario.lane() == Lane.NAMESPACE);
    }

    @Test
    void each_row_is_played_once() {
        var ids = new HashSet<String>();
        assertThat(Catalogue.ALL).allMatch(scenario -> ids.add(scenario.id()));
    }

    @Test
    void a_row_with_an_expectation_for_post_has_a_variant_that_posts() {
        Set<String> posting =
                Catalogue.ALL.stream()
                        .flatMap(scenario -> scenario.probes().stream())
                        .filter(probe -> probe.method() == Probe.Method.POST)
                        .map(Probe::row)
                        .collect(Collectors.toSet());
        assertThat(Rows.ALL.values())
                .filteredOn(row -> row.expectPost() != null)
                .allMatch(row -> posting.contains(row.id()));
    }

    @Test
    void expectations_name_symptoms_errors_and_grades_that_exist() {
        Set<String> symptoms =
                Arrays.stream(Symptom.values()).map(Symptom::id).collect(Collectors.toSet());
        Set<String> errors =
                Arrays.stream(ErrorType.values()).map(ErrorType::token).collect(Collectors.toSet());
        Set<String> grades =
                Arrays.stream(RetryGrade.values()).map(Enum::name).collect(Collectors.toSet());
        expectations()
                .forEach(expected -> {
                    assertThat(symptoms).containsAll(known(expected));
                    if (expected.error() != null) {
                        assertThat(errors).contains(expected.error());
                    }
                    assertThat(grades).contains(expected.retry());
                });
    }

    private static Set<String> known(Expectation expected) {
        return Stream.concat(
                        Stream.ofNullable(expected.symptom()),
                        Stream.ofNullable(expected.observation()))
                .collect(Collectors.toSet());
    }

    private static Stream<Expectation> expectations() {
        return Rows.ALL.values().stream()
                .flatMap(row ->
                        Stream.concat(
                                Stream.of(row.expect()), Stream.ofNullable(row.expectPost())));
    }
}
