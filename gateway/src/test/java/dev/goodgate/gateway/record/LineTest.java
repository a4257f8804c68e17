package dev.goodgate.gateway.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 7, 10, 99, 100, 12345, Long.MAX_VALUE, -1, -120, Integer.MIN_VALUE})
    void numbers_are_written_in_full(long number) {
        assertThat(text(line().number(number))).isEqualTo(Long.toString(number));
    }

    @Test
    void nothing_that_could_end_a_text_or_move_a_cursor_leaves_raw() {
        for (int c = 0; c < 256; c++) {
            byte[] octet = {(byte) c};
            String json = text(line().escaped(octet, 0, 1));
            String apache = text(new Line().begin(Line.Escaping.APACHE).escaped(octet, 0, 1));
            boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            boolean slashed = c == '"' || c == '\\';
            String raw = Character.toString(c);
            String hex = String.format("%02x", c);
            assertThat(json).isEqualTo(plain ? raw : slashed ? "\\" + raw : "\\u00" + hex);
            assertThat(apache).isEqualTo(plain ? raw : slashed ? "\\" + raw : "\\x" + hex);
        }
        assertThat(text(line().escaped("ж${jndi:ldap://x}"))).isEqualTo("\\u0436${jndi:ldap://x}");
    }

    @Test
    void times_are_utc_whatever_the_zone_and_language() {
        Line out = line();
        out.time.iso(1_795_316_400_123L, out);
        out.octet(' ');
        out.time.apache(1_795_316_400_123L, out);
        out.octet(' ');
        out.time.iso(1_795_316_401_007L, out);
        assertThat(text(out))
                .isEqualTo(
                        "2026-11-22T03:00:00.123Z 22/Nov/2026:03:00:00 +0000"
                                + " 2026-11-22T03:00:01.007Z");
    }

    @ParameterizedTest
    @CsvSource({
        "/a?token=s3cret&b=1, /a?token=[redacted]&b=1",
        "/a?b=1;access_token=s3cret;c, /a?b=1;access_token=[redacted]",
        "/a?API-Key=s3cret, /a?API-Key=[redacted]",
        "/a?x=1&Password=s3c?ret#z, /a?x=1&Password=[redacted]",
        "/a?sig=s3cret&signature=s3cret&design=x, "
                + "/a?sig=[redacted]&signature=[redacted]&design=x",
        "/a?code=s3cret&codec=x&authCode=s3cret, /a?code=[redacted]&codec=x&authCode=[redacted]",
        "/a;jsessionid=s3cret/b?c=d, /a;jsessionid=[redacted]/b?c=d",
        "/a?to%6ben=s3cret, /a?to%6ben=[redacted]",
        "/a?filter%5Bname%5D=x, /a?filter%5Bname%5D=x",
        "/a?next=http://u:s3cret@h/b, /a?next=http://[redacted]@h/b",
        "https://u:s3cret@h/a?key=s3cret, https://[redacted]@h/a?key=[redacted]",
        "/a?token, /a?token",
        "/a?token=, /a?token=",
        "/a?#access_token=s3cret, /a?#access_token=[redacted]",
        "//a@b/c, //[redacted]@b/c",
        "/a?b&&c=d&=e&, /a?b&&c=d&=e&",
        "?, ?"
    })
    void secrets_leave_urls_and_the_rest_stays(String url, String shown) {
        byte[] octets = url.getBytes(ISO_8859_1);
        Line out = line();
        RedactedUrl.write(octets, 0, octets.length, out);
        assertThat(text(out)).isEqualTo(shown).doesNotContain("s3cret");
    }

    @Test
    void addresses_are_written_as_people_write_them() throws Exception {
        assertThat(address("127.0.0.1")).isEqualTo("127.0.0.1:80");
        assertThat(address("::1")).isEqualTo("[::1]:80");
        assertThat(address("2001:db8:0:0:1:0:0:1")).isEqualTo("[2001:db8::1:0:0:1]:80");
        assertThat(address("1:0:2:3:4:5:6:7")).isEqualTo("[1:0:2:3:4:5:6:7]:80");
        assertThat(address("fe80::")).isEqualTo("[fe80::]:80");
        assertThat(address("::")).isEqualTo("[::]:80");
        assertThat(Addresses.text(java.net.UnixDomainSocketAddress.of(Path.of("/run/x"))))
                .isEqualTo("unix:/run/x");
        assertThat(Addresses.text(null)).isEmpty();
    }

    private static String address(String ip) {
        return Addresses.text(new InetSocketAddress(InetAddress.ofLiteral(ip), 80));
    }

    private static Line line() {
        return new Line().begin(Line.Escaping.JSON);
    }

    private static String text(Line line) {
        return new String(line.octets(), 0, line.length(), US_ASCII);
    }
}
