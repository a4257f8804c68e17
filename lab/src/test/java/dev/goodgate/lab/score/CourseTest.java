package dev.goodgate.lab.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.lab.ScoreOptions;
import dev.goodgate.lab.scenario.Catalogue;
import org.junit.jupiter.api.Test;

/// The order in which a score drives its scenarios.
class CourseTest {
    @Test
    void the_same_seed_gives_the_same_order_and_another_one_another() {
        assertThat(Course.ordered(7)).isEqualTo(Course.ordered(7)).isNotEqualTo(Course.ordered(8));
        assertThat(Course.ordered(7)).containsExactlyInAnyOrderElementsOf(Catalogue.ALL);
    }

    @Test
    void without_a_seed_it_is_the_order_of_the_catalogue() {
        assertThat(Course.ordered(ScoreOptions.CATALOGUE_ORDER)).isEqualTo(Catalogue.ALL);
    }
}
