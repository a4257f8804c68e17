package dev.goodgate.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `codes/index` says in one file what the entries say in many, as a jar cannot be listed.
/// `-Dgolden=write` writes it anew; entries with the same code keep the order they have there.
final class IndexTest {
    private static final Path INDEX = Entries.FOLDER.resolve("index");

    private static final Comparator<Listing> ORDER =
            Comparator.comparingInt(IndexTest::section)
                    .thenComparing(one -> section(one) == 1 ? one.vendor() : "")
                    .thenComparingInt(one -> section(one) == 0 ? one.status() : 0)
                    .thenComparing(Listing::code, IndexTest::compareNumbers);

    @Test
    void the_index_has_every_entry_as_its_file_says() throws IOException {
        List<String> known = Files.readAllLines(INDEX);
        List<Listing> listings = new ArrayList<>();
        Entries.names().forEach(name -> listings.add(EntryFile.listing(name)));
        listings.sort(ORDER.thenComparingInt(one -> known.indexOf(one.line()) & Integer.MAX_VALUE));
        List<String> lines = listings.stream().map(Listing::line).toList();
        if ("write".equals(System.getProperty("golden"))) Files.write(INDEX, lines);
        assertThat(Files.readAllLines(INDEX)).isEqualTo(lines);
    }

    @Test
    void a_line_of_the_index_survives_reading_and_writing() {
        for (Listing listing : Atlas.open().all()) {
            assertThat(Listing.parse(listing.line())).isEqualTo(listing);
        }
    }

    private static int section(Listing listing) {
        return switch (listing.kind()) {
            case WARNING -> 2;
            case DETAIL -> 1;
            default -> 0;
        };
    }

    /// So that 404.5 comes before 404.10.
    private static int compareNumbers(String a, String b) {
        String[] left = a.split("(?<=\\D)(?=\\d)|\\.", -1);
        String[] right = b.split("(?<=\\D)(?=\\d)|\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order =
                    isNumber(left[i]) && isNumber(right[i])
                            ? Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]))
                            : left[i].compareTo(right[i]);
            if (order != 0) return order;
        }
        return Integer.compare(left.length, right.length);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
