package dev.goodgate.diagnosis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The JSON is what its schema says.
class IdentificationJsonTest {
    private static final Schema SCHEMA = schema();

    static List<Product> products() {
        return Products.all();
    }

    @ParameterizedTest
    @MethodSource("products")
    void the_finding_about_every_page_is_valid(Product product) {
        for (Fingerprint print : product.fingerprints()) {
            valid(Specimen.of(print).getFirst().octets());
        }
    }

    @Test
    void findings_without_a_product_are_valid() {
        for (String saved :
                List.of(
                        "HTTP/1.1 200 OK\r\n\r\n",
                        "HTTP/1.1 502\r\nProxy-Status: a; error=dns_error, b\r\n\r\n",
                        "HTTP/1.1 503 x\r\nGoodgate-Incident: 00000000000000000000\r\n\r\n",
                        "HTTP/1.1 502 x\r\n\r\n<h1>502 Bad Gateway</h1>",
                        "{}")) {
            valid(saved.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void valid(byte[] saved) {
        Identification found = Identifier.identify(saved).orElseThrow();
        String json = IdentificationJson.of(found, Language.ENGLISH);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    private static Schema schema() {
        try {
            String text = Files.readString(Path.of("../docs/schema/identify.schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
