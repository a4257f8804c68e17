package dev.goodgate.diagnosis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Sentences of witnesses in other languages.
class SentencesTest {
    private static String in(String tag, String details) {
        return Sentences.details().in(details, Texts.in(Language.find(tag).orElseThrow()));
    }

    @Test
    void a_sentence_is_said_in_the_language_of_its_reader() {
        assertThat(in("ru", "closed before response")).isEqualTo("закрыто до ответа");
        assertThat(in("en", "closed before response")).isEqualTo("closed before response");
    }

    @Test
    void a_sentence_within_a_sentence_is_translated_too() {
        String said =
                "the retry budget is used up; last: connect.refused:"
                        + " ECONNREFUSED: TCP RST to SYN: nothing listens or firewall rejects";
        assertThat(in("zh", said))
                .isEqualTo(
                        "重试预算已用完；最后一次：connect.refused："
                                + "ECONNREFUSED：SYN 得到 TCP RST：没有进程在监听，或被防火墙拒绝");
    }

    @Test
    void technical_values_stay_as_they_are() {
        String said = "response.status-line (RFC 9112 section 4) at octet 12: SSH-2.0 {octets}";
        assertThat(in("es", said))
                .isEqualTo(
                        "response.status-line (RFC 9112 section 4) en el byte 12:"
                                + " SSH-2.0 {octets}");
    }

    @Test
    void a_sentence_nobody_listed_is_shown_as_it_is() {
        assertThat(in("ru", "x: {details} ".repeat(200))).isEqualTo("x: {details} ".repeat(200));
        assertThat(in("ru", "something new")).isEqualTo("something new");
        assertThat(Sentences.details().known("something new")).isFalse();
    }
}
