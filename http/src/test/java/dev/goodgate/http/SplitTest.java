package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
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

    static List<String> responses() {
        String ok = "HTTP/1.1 200 OK\r\n";
        String chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
        return List.of(
                ok + "Content-Length: 2\r\n\r\nokEVIL",
                ok + "\r\nuntil the end",
                "HTTP/1.1 103 Early\r\nLink: </a>\r\n\r\n" + ok + "Content-Length: 1\r\n\r\na",
                "HTTP/1.1 200\r\nX-A : 1\r\n  folded \r\n\t\r\nX-B:\r\n b\r\n\r\nbody",
                "HTTP/1.0 200 OK\nConnection: keep-alive\nContent-Length: 2,2\n\nok",
                "HTTP/1.1 304 Not\r\nContent-Length: 7\r\n\r\nrest",
                "HTTP/1.1 204 No\nTransfer-Encoding: x\n\r\nrest",
                chunked + "5;a=\"b\\\"\" ;c\r\nhello\r\n0\r\nX-T: t\r\nX-U:\r\n\r\nrest",
                chunked + "5\r\nhello\r\nzz\r\n",
                chunked + "1\r\na\r\n0\r\nX : t\r\n\r\n",
                chunked + "1\r\na\n0\r\n\r\n",
                ok + "Transfer-Encoding: chunked\r\ncontent-length: 9\r\n\r\n0\r\n\r\nrest",
                ok + "Transfer-Encoding: gzip, chunked\r\n\r\n",
                ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                ok + "X: a\0b\r\n\r\n",
                ok + "X: a\rb\r\n\r\n",
                ok + " fold: first\r\n\r\n",
                ok + "nocolon\r\n\r\n",
                ok + "X: " + "a".repeat(5_000) + "\r\n " + "b".repeat(28_000) + "\r\n\r\n",
                "HTTP/1.1 200 " + "r".repeat(9_000) + "\r\n",
                "HTTP/1.1 2000 OK\r\n",
                "HTTP/2.0 200 OK\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\r\n" + ok);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void responses_mean_the_same_cut_anywhere(String text) {
        byte[] octets = Wire.octets(text);
        var whole = new ResponseStream(Method.GET);
        whole.feed(octets, 0, octets.length);
        int step = octets.length > 2_000 ? 7 : 1;
        for (int at = 1; at < octets.length; at += step) {
            var cut = new ResponseStream(Method.GET);
            cut.feed(octets, 0, at);
            cut.feed(octets, at, octets.length);
            assertThat(cut.log()).as("cut at %d", at).isEqualTo(whole.log());
        }
        var octetwise = new ResponseStream(Method.GET);
        for (int i = 0; i < octets.length; i++) {
            octetwise.feed(octets, i, i + 1);
        }
        assertThat(octetwise.log()).isEqualTo(whole.log());
    }

    /// Sizes around each limit, where reading ahead would give another verdict than reading on.
    static List<String> limits() {
        String get = "GET / HTTP/1.1\r\n";
        List<String> inputs = new ArrayList<>();
        for (int over = -3; over <= 3; over++) {
            int head = 200 + over;
            inputs.add("GET /" + "a".repeat(100 - 14 + over) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            inputs.add("GET /" + "a".repeat(100 - 14 + over) + " HTTP/1.1\rX");
            inputs.add("GET /" + "a".repeat(100 - 14 + over) + " HTTP/1.1\nX");
            inputs.add(get + "Host: a\r\nX: " + "a".repeat(head - 16) + "\r\n\r\n");
            inputs.add(get + "Host: a\r\nX: " + "a".repeat(head - 16) + "\n\r\n");
            inputs.add(get + "Host: a\r\nX: " + "a".repeat(head - 16) + "\rb\r\n");
            inputs.add(get + "Host: a\r\nX " + "a".repeat(head - 16) + "\r\n\r\n");
            inputs.add(get + "Host: a\r\nX: " + "a".repeat(head - 18) + "\r\nX\r\n\r\n");
        }
        return inputs;
    }

    @ParameterizedTest
    @MethodSource("limits")
    void limits_are_passed_at_the_same_octet_cut_anywhere(String text) {
        var limits = Limits.requests().withRequestLine(100).withHead(200);
        String whole = verdict(limits, text, text.length());
        for (int at = 1; at < text.length(); at++) {
            assertThat(verdict(limits, text, at)).as("cut at %d", at).isEqualTo(whole);
        }
        assertThat(verdict(limits, text, 0)).isEqualTo(whole);
    }

    /// The verdict on a text cut once, or cut into octets for 0.
    private static String verdict(Limits limits, String text, int cut) {
        var parser = new RequestParser(limits);
        var head = new Head();
        ByteBuf in = Unpooled.buffer();
        Progress progress = Progress.MORE;
        int at = 0;
        while (at < text.length() && progress == Progress.MORE) {
            int to = cut == 0 ? at + 1 : at < cut ? cut : text.length();
            in.writeBytes(Wire.octets(text.substring(at, to)));
            progress = parser.parse(in, head);
            at = to;
        }
        Violation violation = parser.violation();
        return progress + " " + violation.rule() + violation.offset();
    }
}
