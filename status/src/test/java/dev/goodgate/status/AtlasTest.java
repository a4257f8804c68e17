package dev.goodgate.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AtlasTest {
    private static final Atlas ATLAS = Atlas.open();

    @Test
    void a_code_is_found_however_it_is_written() {
        assertThat(names(ATLAS.of("502"))).containsExactly("502");
        assertThat(names(ATLAS.of("h12"))).containsExactly("heroku-H12");
        assertThat(names(ATLAS.of("502.3"))).containsExactly("iis-502.3");
        assertThat(names(ATLAS.of("0"))).isEqualTo(names(ATLAS.of("000"))).hasSize(2);
        assertThat(ATLAS.of("798")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "000, 2", "103, 2", "308, 2", "419, 2", "420, 3", "421, 2", "451, 2",
        "498, 2", "499, 2", "508, 2", "525, 2", "526, 2", "529, 2", "530, 2"
    })
    void a_code_with_several_meanings_has_an_entry_for_each(String code, int meanings) {
        assertThat(ATLAS.of(code)).hasSize(meanings);
    }

    @Test
    void what_iana_left_free_is_what_its_registry_shows() {
        assertThat(ATLAS.unassigned().stream().map(Span::toString))
                .containsExactly(
                        "105-199", "209-225", "227-299", "309-399", "419-420", "427", "430",
                        "432-450", "452-499", "509", "512-599");
    }

    @Test
    void a_number_nobody_knows_falls_into_a_class() {
        Stranger stranger = ATLAS.stranger(555);
        assertThat(stranger.statusClass()).isEqualTo(StatusClass.SERVER_ERROR);
        assertThat(stranger.treatedAs()).isEqualTo(500);
        assertThat(stranger.unassigned()).isTrue();
        assertThat(stranger.nearest()).hasSize(5);
    }

    @Test
    void a_number_beyond_the_classes_is_treated_as_a_server_error() {
        Stranger stranger = ATLAS.stranger(799);
        assertThat(stranger.statusClass()).isEqualTo(StatusClass.OUTSIDE);
        assertThat(stranger.treatedAs()).isEqualTo(500);
        assertThat(stranger.unassigned()).isFalse();
    }

    @Test
    void two_digits_are_taken_for_the_beginning_of_a_code() {
        Stranger stranger = ATLAS.stranger(42);
        assertThat(stranger.treatedAs()).isEqualTo(-1);
        assertThat(stranger.nearest()).allMatch(near -> near.code().startsWith("42"));
    }

    @Test
    void the_phrase_counts_more_than_the_meaning() {
        List<Hit> hits = ATLAS.search("Bad Gateway", "en");
        assertThat(hits.getFirst().listing().name()).isEqualTo("502");
        assertThat(hits.getFirst().exact()).isTrue();
    }

    @Test
    void older_names_and_numbers_lead_to_the_entry() {
        assertThat(first("payload too large")).isEqualTo("413");
        assertThat(first("I'm a teapot")).isEqualTo("418");
        assertThat(first("0x80072ee7")).isEqualTo("winhttp-12007");
        assertThat(first("first byte timeout")).isEqualTo("503-fastly");
    }

    @ParameterizedTest
    @CsvSource({
        "502 Bad Gateway, 502",
        "HTTP/1.1 502, 502",
        "502: Bad gateway, 502",
        "502 nginx, 502",
        "Error 1020, cloudflare-1020",
        "cloudflare 1020, cloudflare-1020",
        "error code: 1016, cloudflare-1016",
        "iis 502.3, iis-502.3",
        "499 nginx, 499-nginx",
        "499 Esri, 499-esri",
        "Heroku H12, heroku-H12",
    })
    void a_code_is_found_among_the_words_of_a_page(String typed, String name) {
        List<String> exact =
                names(
                        ATLAS.search(typed, "en").stream()
                                .filter(Hit::exact)
                                .map(Hit::listing)
                                .toList());
        assertThat(exact).containsExactly(name);
    }

    @Test
    void a_code_with_words_that_fit_nowhere_is_related_only() {
        Hit first = ATLAS.search("502 in the kitchen", "en").getFirst();
        assertThat(first.listing().name()).isEqualTo("502");
        assertThat(first.exact()).isFalse();
    }

    @Test
    void a_space_that_does_not_break_is_a_space() {
        assertThat(first("\u00a0Bad\u00a0Gateway")).isEqualTo("502");
        assertThat(ATLAS.search("websocket\u00a0handshake", "en"))
                .isEqualTo(ATLAS.search("websocket handshake", "en"));
        assertThat(ATLAS.search("\u00a0", "en")).isEmpty();
    }

    @Test
    void a_meaning_is_found_by_all_of_its_words() {
        assertThat(
                        names(
                                ATLAS.search("websocket handshake", "en").stream()
                                        .map(Hit::listing)
                                        .toList()))
                .contains("iis-400.11");
        assertThat(ATLAS.search("no such words anywhere", "en")).isEmpty();
    }

    @Test
    void a_language_without_a_text_falls_back_to_english() {
        Listing listing = ATLAS.named("502");
        assertThat(ATLAS.read(listing, Words.in("fi")).meaning())
                .isEqualTo(ATLAS.read(listing, Words.in("en")).meaning());
        assertThat(Words.in("es").word("field.kind")).isEqualTo("Tipo");
        assertThat(Words.in("fi").word("field.kind")).isEqualTo("Kind");
    }

    @Test
    void the_codes_beside_a_status_are_found_by_it() {
        assertThat(names(ATLAS.detailsOf(502)))
                .contains("iis-502.3", "heroku-H25", "winhttp-12029");
    }

    @ParameterizedTest
    @CsvSource({"5xx, SERVER_ERROR", "5XX, SERVER_ERROR", "1, INFORMATIONAL", "none, NONE"})
    void a_class_is_known_by_its_name(String text, StatusClass expected) {
        assertThat(StatusClass.named(text)).contains(expected);
    }

    @Test
    void what_is_no_class_is_none() {
        assertThat(StatusClass.named("6xx")).isEmpty();
        assertThat(StatusClass.named("")).isEmpty();
    }

    private static String first(String text) {
        return ATLAS.search(text, "en").getFirst().listing().name();
    }

    private static List<String> names(List<Listing> listings) {
        return listings.stream().map(Listing::name).toList();
    }
}
