package dev.goodgate.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of a log may leave the machine.
final class MaskingTest {
    private static final Masking MASKING = new Masking(true, Set.of("10.0.0.7", "2001:db8::7"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    client: 203.0.113.77, server: x          | client: 203.0.113.x, server: x
                    203.0.113.77:51044 [05/Mar/2026:10:20:30 | 203.0.113.x:51044 [05/Mar/2026:10:20:30
                    fwd="198.51.100.4,203.0.113.9"           | fwd="198.51.100.x,203.0.113.x"
                    [2001:db8:1:2:3:4:5:6]:443               | [2001:db8:1::x]:443
                    client: 2001:db8:1::9, server            | client: 2001:db8:1::x, server
                    ::ffff:203.0.113.7 GET                   | ::ffff:203.0.113.x GET
                    user=alice@shop.example,                 | user=[redacted]@shop.example,
                    /reset?mail=alice%40shop.example&x=1     | /reset?mail=[redacted]%40shop.example&x=1
                    GET /a?token=abc&b=1                     | GET /a?token=[redacted]&b=1
                    """)
    void people_and_secrets_are_left_out(String line, String shown) {
        assertThat(MASKING.shown(line)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://10.0.0.7:3000/report",
                "connect to [2001:db8::7]:80",
                "127.0.0.1:8080 and [::1]:8080",
                "10:20:30 aa:bb:cc:dd:ee:ff 1.2.3.4.5 v1.24.0",
                "std::string Foo::Bar",
                "app@1.service git@2.4 Shop@1a2b3c",
            })
    void what_is_needed_to_understand_stays(String line) {
        assertThat(MASKING.shown(line)).isEqualTo(line);
    }

    @Test
    void on_the_machine_itself_nothing_is_hidden() {
        assertThat(new Masking(false, Set.of()).shown("client: 203.0.113.7 token=a"))
                .isEqualTo("client: 203.0.113.7 token=a");
    }
}
