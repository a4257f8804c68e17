package dev.goodgate.http.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StructuredFieldsTest {

    private static <T> T value(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(var value) -> value;
            case Parsed.Fault<T> fault -> throw new AssertionError(fault.toString());
        };
    }

    private static BareItem bare(String text) {
        return value(StructuredFields.item(text)).value();
    }

    @Test
    void every_kind_of_value_is_read() {
        assertThat(bare(" 42 ")).isEqualTo(new BareItem.Int(42));
        assertThat(bare("-0")).isEqualTo(new BareItem.Int(0));
        assertThat(bare("4.50")).isEqualTo(new BareItem.Decimal(new BigDecimal("4.5")));
        assertThat(bare("\"a \\\"b\\\\\"")).isEqualTo(new BareItem.Text("a \"b\\"));
        assertThat(bare("foo123/456:*")).isEqualTo(new BareItem.Token("foo123/456:*"));
        byte[] octets = "hello".getBytes(StandardCharsets.US_ASCII);
        assertThat(bare(":aGVsbG8=:")).isEqualTo(new BareItem.Bytes(octets));
        assertThat(bare(":aGVsbG8:")).isEqualTo(new BareItem.Bytes(octets));
        assertThat(bare("?1")).isEqualTo(new BareItem.Bool(true));
        assertThat(bare("@1659578233")).isEqualTo(new BareItem.Date(1_659_578_233L));
        assertThat(bare("%\"f%c3%bc%c3%bc\"")).isEqualTo(new BareItem.Display("füü"));
    }

    @Test
    void a_list_has_items_and_inner_lists_with_parameters() {
        List<Member> list = value(StructuredFields.list("a;x=1 , (\"b\" c;y);z,\t?0"));
        assertThat(list).hasSize(3);
        assertThat(list.get(0))
                .isEqualTo(new Item(new BareItem.Token("a")).with("x", new BareItem.Int(1)));
        assertThat(list.get(1).parameters()).containsOnlyKeys("z");
        assertThat(((InnerList) list.get(1)).items()).hasSize(2);
        assertThat(value(StructuredFields.list(""))).isEmpty();
    }

    @Test
    void of_several_members_with_one_key_the_last_counts() {
        Map<String, Member> members = value(StructuredFields.dictionary("a=1, b;q, a=(3 4)"));
        assertThat(members.keySet()).containsExactly("a", "b");
        assertThat(members.get("a")).isInstanceOf(InnerList.class);
        assertThat(members)
                .containsEntry(
                        "b", new Item(new BareItem.Bool(true)).with("q", new BareItem.Bool(true)));
        assertThat(value(StructuredFields.dictionary("  "))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, 0",
                "`1,`, 1",
                "1 2, 2",
                "-, 1",
                "1., 2",
                "1.2345, 6",
                "1000000000000.0, 13",
                "1000000000000000, 16",
                "`\"a`, 2",
                "`\"a\\b\"`, 3",
                "`:a$:`, 1",
                "`:aGk`, 1",
                "?2, 1",
                "@1.5, 1",
                "`%\"%C3\"`, 5",
                "`%\"%c3\"`, 2",
                "A;B, 2",
                "`a;b=`, 4",
                "é, 0",
                "`%a`, 1",
                "(a), 0"
            })
    void a_bad_item_tells_where_it_is_bad(String text, int offset) {
        assertThat(StructuredFields.item(text))
                .isInstanceOfSatisfying(
                        Parsed.Fault.class, fault -> assertThat(fault.offset()).isEqualTo(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a,", "a,,b", "(", "(a", "(a,b)", "(a\"b\")", "a b", "()()"})
    void a_bad_list_is_a_fault(String text) {
        assertThat(StructuredFields.list(text)).isInstanceOf(Parsed.Fault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=1", "a=", "a=1,", "1=a", "a =1", "a= 1"})
    void a_bad_dictionary_is_a_fault(String text) {
        assertThat(StructuredFields.dictionary(text)).isInstanceOf(Parsed.Fault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "-1.5",
                "1.0",
                "0.001",
                "\"a\\\"\\\\b\"",
                "*tok/en",
                ":aGk=:",
                "::",
                "?0",
                "@-5",
                "%\"%25%22 %c3%a9%0a\"",
                "a;b;c=\"d\";e=?0"
            })
    void what_is_read_is_written_alike(String text) {
        assertThat(StructuredFields.write(value(StructuredFields.item(text)))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a, (b c;d);e, ()", "(\"a\" 1.0);q=1"})
    void lists_are_written_alike(String text) {
        assertThat(StructuredFields.write(value(StructuredFields.list(text)))).isEqualTo(text);
    }

    @Test
    void dictionaries_leave_true_unsaid() {
        var members = new LinkedHashMap<String, Member>();
        members.put("a", new Item(new BareItem.Bool(true)).with("q", new BareItem.Int(1)));
        members.put("b", new BareItem.Bool(false).item());
        members.put("c", new InnerList(List.of(), Map.of()));
        assertThat(StructuredFields.write(members)).isEqualTo("a;q=1, b=?0, c=()");
    }

    @Test
    void decimals_round_a_half_to_even() {
        assertThat(StructuredFields.write(new BareItem.Decimal(new BigDecimal("0.0025")).item()))
                .isEqualTo("0.002");
        assertThat(StructuredFields.write(new BareItem.Decimal(new BigDecimal("100")).item()))
                .isEqualTo("100.0");
    }

    @Test
    void what_has_no_text_form_is_not_constructed() {
        assertThatThrownBy(() -> new BareItem.Int(1_000_000_000_000_000L))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BareItem.Text("é"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BareItem.Token("1a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BareItem.Display("\ud800"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Item(new BareItem.Int(1)).with("A", new BareItem.Int(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
