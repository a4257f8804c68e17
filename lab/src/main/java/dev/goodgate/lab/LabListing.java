package dev.goodgate.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.scenario.Expectation;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.scenario.Row;
import dev.goodgate.lab.scenario.Rows;
import dev.goodgate.lab.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Every scenario and what it must yield, for programs.
public final class LabListing {
    private LabListing() {}

    /// One row. `lane` is shared, alone, process, namespace, or benchmark for a row that no
    /// scenario plays; `variants` are the paths that lead to it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Entry(
            String id,
            String fault,
            String produce,
            String lane,
            List<String> variants,
            @JsonInclude Expectation expect,
            @Nullable Expectation expectPost) {}

    private record Listing(List<Entry> scenarios) {}

    /// The list as JSON.
    public static String json() {
        List<Entry> entries = Rows.ALL.values().stream().map(LabListing::entry).toList();
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new Listing(entries));
    }

    private static Entry entry(Row row) {
        Optional<Scenario> scenario =
                Catalogue.ALL.stream().filter(s -> s.id().equals(row.id())).findFirst();
        return new Entry(
                row.id(),
                row.fault(),
                row.produce(),
                scenario.map(s -> s.lane().name().toLowerCase(Locale.ROOT)).orElse("benchmark"),
                scenario.map(s -> s.probes().stream().map(Probe::id).toList()).orElse(List.of()),
                row.expect(),
                row.expectPost());
    }
}
