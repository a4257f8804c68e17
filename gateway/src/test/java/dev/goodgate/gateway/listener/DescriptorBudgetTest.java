package dev.goodgate.gateway.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How many clients fit into the files a process may open.
class DescriptorBudgetTest {
    @Test
    void every_client_can_be_carried_and_a_reserve_stays() {
        DescriptorBudget budget = new DescriptorBudget(1024, 80);
        assertThat(budget.clients(0)).isEqualTo(448);
        assertThat(2 * budget.clients(0) + 80 + 48).isLessThanOrEqualTo(1024);
        assertThat(new DescriptorBudget(65_536, 80).clients(0)).isEqualTo(29_789);
    }

    @Test
    void what_is_configured_holds_as_long_as_it_fits() {
        DescriptorBudget budget = new DescriptorBudget(1024, 80);
        assertThat(budget.clients(600)).isEqualTo(600);
        assertThat(budget.clients(100_000)).isEqualTo(784);
    }

    @Test
    void clients_and_upstreams_together_leave_the_reserve_alone() {
        DescriptorBudget budget = new DescriptorBudget(1024, 80);
        for (int configured : new int[] {0, 100, 600, 100_000}) {
            assertThat(budget.clients(configured) + budget.upstreams(configured) + 80 + 48)
                    .isEqualTo(1024);
        }
    }

    @Test
    void a_few_are_taken_in_even_where_nothing_is_left() {
        assertThat(new DescriptorBudget(100, 90).clients(0)).isEqualTo(4);
        assertThat(new DescriptorBudget(100, 90).clients(50)).isEqualTo(4);
    }
}
