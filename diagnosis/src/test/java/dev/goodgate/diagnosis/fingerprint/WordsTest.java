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
