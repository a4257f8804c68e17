package dev.goodgate.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusPhrasesTest {
    @Test
    void registered_codes_have_their_registered_phrase() {
        assertThat(StatusPhrases.phrase(200)).isEqualTo("OK");
        assertThat(StatusPhrases.phrase(413)).isEqualTo("Content Too Large");
        assertThat(StatusPhrases.phrase(422)).isEqualTo("Unprocessable Content");
        assertThat(StatusPhrases.phrase(502)).isEqualTo("Bad Gateway");
        assertThat(StatusPhrases.phrase(511)).isEqualTo("Network Authentication Required");
    }

    @Test
    void the_code_for_a_client_that_left_has_a_phrase_though_nobody_registered_it() {
        assertThat(StatusPhrases.phrase(499)).isEqualTo("Client Closed Request");
    }

    @Test
    void unknown_codes_get_the_name_of_their_class() {
        assertThat(StatusPhrases.phrase(199)).isEqualTo("Informational");
        assertThat(StatusPhrases.phrase(299)).isEqualTo("Success");
        assertThat(StatusPhrases.phrase(399)).isEqualTo("Redirection");
        assertThat(StatusPhrases.phrase(498)).isEqualTo("Client Error");
        assertThat(StatusPhrases.phrase(599)).isEqualTo("Server Error");
    }

    @Test
    void any_number_gets_a_phrase() {
        assertThat(StatusPhrases.phrase(-1)).isEqualTo("Unknown Status");
        assertThat(StatusPhrases.phrase(600)).isEqualTo("Unknown Status");
        assertThat(IntStream.range(-10, 1100).mapToObj(StatusPhrases::phrase))
                .noneMatch(String::isBlank);
    }

    @Test
    void phrases_and_atlas_agree() {
        for (Listing listing : Atlas.open().all()) {
            boolean used = !listing.phrase().equals("(Unused)");
            if ((listing.kind().isRegistered() && used) || listing.name().equals("499-nginx")) {
                assertThat(StatusPhrases.phrase(listing.status())).isEqualTo(listing.phrase());
            }
        }
    }
}
