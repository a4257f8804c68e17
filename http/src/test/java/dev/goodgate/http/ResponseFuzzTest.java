package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever an upstream sends: no exception, and the same verdict whole and octet by octet.
final class ResponseFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void responses_never_throw_and_never_depend_on_cuts(byte[] octets) {
        var whole = new ResponseStream(Method.GET);
        whole.feed(octets, 0, octets.length);
        var octetwise = new ResponseStream(Method.GET);
        for (int i = 0; i < octets.length; i++) {
            octetwise.feed(octets, i, i + 1);
        }
        assertThat(octetwise.log()).isEqualTo(whole.log());
        if (!whole.broken()) {
            assertThat(whole.last().length()).isLessThanOrEqualTo(octets.length);
        }
    }
}
