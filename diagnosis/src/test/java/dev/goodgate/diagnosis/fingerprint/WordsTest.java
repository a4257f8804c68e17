package dev.goodgate.diagnosis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.fingerprint.Identification.Verdict;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// There are words for all that can be found, and a page that lists what is known.
class WordsTest {
    private static final Words WORDS = new Words(Language.ENGLISH);
    private static final Path PAGE = Path.of("../docs/fingerprints.md");

    @ParameterizedTest
    @EnumSource
    void every_failure_class_has_a_sentence(FailureClass failure) {
        assertThat(WORDS.word("failure." + failure.id())).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void every_verdict_has_a_sentence(Verdict verdict) {
        assertThat(WORDS.word("verdict." + verdict.name().toLowerCase(Locale.ROOT))).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void every_hop_has_words(Hop hop) {
        assertThat(WORDS.word("hop." + hop.id())).doesNotContain("hop.");
    }

    @Test
    void what_is_no_brand_is_called_what_each_language_calls_it() {
        assertThat(made("captive-portal", "en"))
                .isEqualTo("This page was made by a captive portal.");
        assertThat(made("captive-portal", "ru"))
                .isEqualTo("Источник этой страницы: captive-портал.");
        assertThat(made("captive-portal", "zh")).isEqualTo("此页面由强制门户生成。");
        assertThat(made("captive-portal", "es"))
                .isEqualTo("Esta página la generó un portal cautivo.");
        assertThat(made("isp-filter-india", "zh")).isEqualTo("此页面由网络运营商的过滤系统（印度）生成。");
        assertThat(made("php-application", "zh")).isEqualTo("此页面由某个 PHP 应用生成。");
        assertThat(made("nginx", "zh")).isEqualTo("此页面由 nginx 生成。");
    }

    @Test
    void a_name_in_a_language_stands_in_the_verdict_only_and_every_language_has_one() {
        for (Product product : Products.all()) {
            if (product.names().isEmpty()) continue;
            assertThat(product.names()).as(product.id()).containsKeys("ru", "zh", "es");
            for (Fingerprint print : product.fingerprints()) {
                assertThat(print.meanings()).as(print.id()).containsKeys("en", "ru", "zh", "es");
                assertThat(WORDS.word("hop." + print.hop().id())).doesNotContain("{product}");
            }
        }
    }

    private static String made(String id, String tag) {
        Language language =
                Language.all().stream()
                        .filter(one -> one.tag().equals(tag))
                        .findAny()
                        .orElseThrow();
        Product product =
                Products.all().stream().filter(one -> one.id().equals(id)).findAny().orElseThrow();
        return new Words(language).word("verdict.product", product);
    }

    @Test
    void the_page_lists_every_product() throws IOException {
        String page = page();
        if (System.getProperty("golden", "").equals("write")) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        long prints = Products.all().stream().mapToLong(one -> one.fingerprints().size()).sum();
        StringBuilder out = new StringBuilder();
        out.append("# Error pages that Goodgate recognises\n\n");
        out.append("`goodgate status --identify FILE|URL|-` says which product made an error\n");
        out.append("page, where the failure is, and what to do. Save a page with its head:\n");
        out.append("`curl -si https://example.org/ > saved.txt`. Pages are compared with ");
        out.append(prints).append("\nfingerprints of ").append(Products.all().size() - 1);
        out.append(" products. A page that fits only weak ones is called generic.\n\n");
        out.append("To add one, add some lines to the product’s file in\n");
        out.append("`diagnosis/src/main/resources/dev/goodgate/diagnosis/fingerprint/`, or a file");
        out.append("\nand its name in `index`; `ProductsTest` tells what is missing or mistaken ");
        out.append("for another.\nThis page is made by `WordsTest` with `-Dgolden=write`.\n\n");
        out.append("| product | layer | statuses |\n|---|---|---|\n");
        for (Product product : Products.all()) {
            if (product.generic()) continue;
            String statuses =
                    product.fingerprints().stream()
                            .flatMap(print -> print.signs().statuses().stream())
                            .distinct()
                            .sorted()
                            .map(String::valueOf)
                            .collect(Collectors.joining(" "));
            out.append("| ").append(product.name()).append(" | ").append(product.layer());
            out.append(" | ").append(statuses).append(" |\n");
        }
        return out.toString();
    }
}
