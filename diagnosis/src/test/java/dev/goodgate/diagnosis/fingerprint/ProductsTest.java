package dev.goodgate.diagnosis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Cause.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The catalogue is whole, and no product is mistaken for another.
class ProductsTest {
    private static final Path FOLDER =
            Path.of("src/main/resources/dev/goodgate/diagnosis/fingerprint");

    private static final Set<String> LAYERS =
            Set.of(
                    "web-server",
                    "proxy",
                    "cdn",
                    "waf",
                    "mesh",
                    "cloud-balancer",
                    "paas",
                    "app-server",
                    "application",
                    "access-network");

    static List<Product> products() {
        return Products.all();
    }

    @Test
    void the_index_names_every_file_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".properties"))
                            .map(name -> name.substring(0, name.indexOf(".properties")))
                            .collect(Collectors.toCollection(TreeSet::new));
            List<String> index = Products.lines("index");
            assertThat(index).as("index, sorted").containsExactlyElementsOf(names);
        }
    }

    @Test
    void every_id_is_there_once_and_every_fingerprint_says_where_it_comes_from() {
        Set<String> ids = new HashSet<>();
        for (Product product : Products.all()) {
            assertThat(product.name()).isNotBlank();
            assertThat(LAYERS).contains(product.layer());
            assertThat(product.fingerprints()).as(product.id()).isNotEmpty();
            for (Fingerprint print : product.fingerprints()) {
                assertThat(ids.add(print.id())).as(print.id()).isTrue();
                assertThat(print.source()).as(print.id()).startsWith("https://");
                assertThat(print.signs().statuses()).as(print.id()).isNotEmpty();
                assertThat(print.meanings().getOrDefault("en", "."))
                        .as(print.id())
                        .endsWith(".")
                        .hasSizeLessThan(220);
            }
        }
        assertThat(ids).hasSizeGreaterThan(300);
        assertThat(Products.all()).hasSizeGreaterThan(110);
    }

    @Test
    void marks_are_written_as_pages_are_compared() {
        for (Product product : Products.all()) {
            for (Fingerprint print : product.fingerprints()) {
                for (Mark mark : all(print)) {
                    String text = String.join("x", mark.parts());
                    assertThat(PageText.of(text)).as(print.id()).isEqualTo(text);
                }
            }
        }
    }

    private static List<Mark> all(Fingerprint print) {
        List<Mark> marks = new ArrayList<>(print.signs().all());
        marks.addAll(print.signs().any());
        return marks;
    }

    @ParameterizedTest
    @MethodSource("products")
    void a_page_of_a_product_is_taken_for_no_other(Product product) {
        for (Fingerprint print : product.fingerprints()) {
            for (Specimen specimen : Specimen.of(print)) {
                recognised(product, print, specimen);
            }
        }
    }

    private static void recognised(Product product, Fingerprint print, Specimen specimen) {
        SavedResponse response = ResponseReader.read(specimen.octets()).orElseThrow();
        List<Match> matches = new Matcher(response).matches(Products.all());
        String what = print.id() + " " + specimen;
        assertThat(matches).as(what).anyMatch(match -> match.fingerprint().equals(print));
        if (weak(product, print)) {
            Identification found = Identifier.identify(response);
            found.best().ifPresent(best -> assertThat(best.product()).as(what).isEqualTo(product));
        } else {
            assertThat(matches.getFirst().product().id()).as(what).isEqualTo(product.id());
        }
    }

    private static boolean weak(Product product, Fingerprint print) {
        return product.generic() || print.strength() == Fingerprint.Strength.WEAK;
    }

    @Test
    void a_weak_mark_never_names_a_product() {
        for (Product product : Products.all()) {
            for (Fingerprint print : product.fingerprints()) {
                if (!weak(product, print)) continue;
                for (Specimen specimen : Specimen.of(print)) {
                    SavedResponse response = ResponseReader.read(specimen.octets()).orElseThrow();
                    List<Match> matches = new Matcher(response).matches(List.of(product));
                    assertThat(matches)
                            .filteredOn(match -> match.fingerprint().equals(print))
                            .allMatch(match -> match.confidence() == Confidence.POSSIBLE);
                }
            }
        }
    }
}
