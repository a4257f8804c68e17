package dev.goodgate.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Gateway;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The command line of `bench/figures`.
class WishTest {
    private static final List<Figure> ALL = List.of(new Startup(), new Overload());

    @Test
    void nothing_named_means_every_figure_of_goodgate() {
        assertThat(Wish.of(List.of(), ALL))
                .isEqualTo(new Wish(ALL, Gateway.GOODGATE, false, false));
    }

    @Test
    void figures_and_options_come_in_any_order() {
        Wish wish = Wish.of(List.of("overload", "--gateway", "nginx", "--write"), ALL);
        assertThat(wish.figures()).containsExactly(ALL.get(1));
        assertThat(wish.gateway()).isEqualTo(Gateway.NGINX);
        assertThat(wish.write()).isTrue();
    }

    @Test
    void help_names_every_figure_and_measures_none() {
        assertThat(Wish.of(List.of("--help"), ALL).help()).isTrue();
        assertThat(Wish.of(List.of("overload", "-h"), ALL).figures()).isEmpty();
        assertThat(Wish.usage(ALL)).contains("startup", "overload", "--write", "--gateway");
    }

    @Test
    void what_it_does_not_know_it_names_with_what_it_knows() {
        assertThatThrownBy(() -> Wish.of(List.of("--quick"), ALL))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContainingAll("--quick", "--write");
        assertThatThrownBy(() -> Wish.of(List.of("startpu"), ALL))
                .hasMessageContainingAll("startpu", "startup, overload");
        assertThatThrownBy(() -> Wish.of(List.of("--gateway"), ALL))
                .hasMessageContaining("the value is missing");
    }
}
