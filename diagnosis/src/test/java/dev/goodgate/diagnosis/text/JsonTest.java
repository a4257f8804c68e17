package dev.goodgate.diagnosis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
    @Test
    void commas_stand_where_they_belong() {
        String json =
                new Json()
                        .open()
                        .member("a", 1)
                        .list("b")
                        .item("x")
                        .item("y")
                        .open()
                        .member("c", true)
                        .close()
                        .end()
                        .object("d")
                        .close()
                        .known("e", "")
                        .known("f", -1)
                        .known("g", 0)
                        .close()
                        .toString();
        assertThat(json).isEqualTo("{\"a\":1,\"b\":[\"x\",\"y\",{\"c\":true}],\"d\":{},\"g\":0}");
    }

    @Test
    void a_text_that_ends_like_json_does_not_swallow_a_comma() {
        String json = new Json().open().member("a", "{").member("b", ":").close().toString();
        assertThat(json).isEqualTo("{\"a\":\"{\",\"b\":\":\"}");
    }

    @Test
    void every_character_survives_being_written_and_read() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= 0xffff; c++) {
            if (!Character.isSurrogate((char) c)) all.append((char) c);
        }
        String json = new Json().open().member("t", all.toString()).close().toString();
        JsonMapper mapper = JsonMapper.builder().build();
        assertThat(mapper.readTree(json).path("t").asString("")).isEqualTo(all.toString());
    }

    @Test
    void half_a_surrogate_pair_is_replaced_and_a_whole_one_kept() {
        assertThat(Json.escape("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        String escaped = Json.escape("a\ud83db\ude00");
        assertThat(escaped).isEqualTo("a\ufffdb\ufffd");
        assertThat(escaped.getBytes(StandardCharsets.UTF_8)).doesNotContain('?');
    }
}
