package dev.goodgate.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.goodgate.status.Atlas;
import dev.goodgate.status.Audience;
import dev.goodgate.status.Entry;
import dev.goodgate.status.Listing;
import dev.goodgate.status.Span;
import dev.goodgate.status.Stranger;
import dev.goodgate.status.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// An answer of the atlas for programs: `docs/schema/status.schema.json`.
final class StatusJson {
    private StatusJson() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(
            String asked,
            String language,
            List<Code> entries,
            List<String> related,
            @Nullable Unknown unknown,
            @Nullable List<String> unassigned) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Unknown(
            String code,
            @JsonProperty("class") String classId,
            @Nullable Integer treatedAs,
            boolean unassigned,
            List<String> nearest) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Code(
            String name,
            String code,
            @Nullable Integer status,
            String phrase,
            @JsonProperty("class") String classId,
            String kind,
            String vendor,
            String definedIn,
            String replaces,
            List<String> otherNames,
            List<String> emittedBy,
            String retry,
            String cacheable,
            String meaning,
            String path,
            List<String> twins,
            String tellApart,
            Map<String, List<String>> advice) {}

    static String of(StatusAnswer answer, Atlas atlas, Words words) {
        List<Code> entries = new ArrayList<>();
        for (Listing listing : answer.shown()) entries.add(code(atlas.read(listing, words)));
        Answer json =
                new Answer(
                        answer.asked(),
                        words.language(),
                        entries,
                        names(answer.related()),
                        answer.stranger().map(StatusJson::unknown).orElse(null),
                        answer.asked().isEmpty()
                                ? atlas.unassigned().stream().map(Span::toString).toList()
                                : null);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json)
                + "\n";
    }

    private static Code code(Entry entry) {
        Listing listing = entry.listing();
        Map<String, List<String>> advice = new LinkedHashMap<>();
        for (Audience audience : Audience.values()) {
            advice.put(audience.id(), entry.advice().getOrDefault(audience, List.of()));
        }
        return new Code(
                listing.name(),
                listing.code(),
                listing.status() < 0 ? null : listing.status(),
                listing.phrase(),
                listing.statusClass().id(),
                listing.kind().id(),
                listing.vendor(),
                entry.definedIn(),
                entry.replaces(),
                entry.otherNames(),
                entry.emittedBy(),
                entry.retry().id(),
                entry.cacheable().id(),
                entry.meaning(),
                entry.path(),
                names(entry.twins()),
                entry.tellApart(),
                advice);
    }

    private static Unknown unknown(Stranger stranger) {
        return new Unknown(
                stranger.code(),
                stranger.statusClass().id(),
                stranger.treatedAs() < 0 ? null : stranger.treatedAs(),
                stranger.unassigned(),
                names(stranger.nearest()));
    }

    private static List<String> names(List<Listing> listings) {
        return listings.stream().map(Listing::name).toList();
    }
}
