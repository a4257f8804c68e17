package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// However the octets are cut: same verdict, same place, same head, same data.
final class SplitTest {

    static List<Attack> attacks() {
        return Attack.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void requests_mean_the_same_cut_anywhere(Attack attack) {
        RequestStream whole = attack.whole();
        List<Integer> statuses = whole.end();
        for (int at = 1; at < attack.octets().length; at++) {
            RequestStream cut = attack.cut(at);
            assertThat(cut.end()).as("cut at %d", at).isEqualTo(statuses);
            assertThat(cut.log()).as("cut at %d", at).isEqualTo(whole.log());
        }
        RequestStream octetwise = attack.octetwise();
        assertThat(octetwise.end()).isEqualTo(statuses);
        assertThat(octetwise.log()).isEqualTo(whole.log());
    }
}
