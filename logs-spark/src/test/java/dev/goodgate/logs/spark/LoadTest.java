package dev.goodgate.logs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadTest {
    @Test
    void small_files_share_a_task_and_large_ones_do_not() {
        List<Piece> pieces = new ArrayList<>();
        for (long size : List.of(1, 2, 3, 100, 50, 50, 1)) pieces.add(piece(size));
        assertThat(sizes(Load.of(pieces, 100, 10)))
                .containsExactly(
                        List.of(1L, 2L, 3L), List.of(100L), List.of(50L, 50L), List.of(1L));
    }

    @Test
    void a_task_opens_no_more_files_than_it_may() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < 25; i++) pieces.add(piece(1));
        assertThat(Load.of(pieces, 100, 10)).hasSize(3);
    }

    @Test
    void nothing_is_no_task() {
        assertThat(Load.of(List.of(), 100, 10)).isEmpty();
    }

    private static Piece piece(long size) {
        return new Piece("file:/x", "/x", size, 0, size);
    }

    private static List<List<Long>> sizes(List<Load> loads) {
        return loads.stream()
                .map(load -> load.pieces().stream().map(Piece::octets).toList())
                .toList();
    }
}
