package dev.goodgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever a client sends: no exception, and the same verdict whole and octet by octet.
final class RequestFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void requests_never_throw_and_never_depend_on_cuts(byte[] octets) {
        var whole = new RequestStream();
        whole.feed(octets, 0, octets.length);
        var octetwise = new RequestStream();
        for (int i = 0; i < octets.length; i++) {
            octetwise.feed(octets, i, i + 1);
        }
        assertThat(octetwise.end()).isEqualTo(whole.end());
        assertThat(octetwise.log()).isEqualTo(whole.log());
    }
}
