package dev.goodgate.gateway.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworksTest {
    private final Networks networks =
            Networks.of(List.of("10.0.0.0/8", "192.0.2.7", "fe80::/10", "2001:db8::/127"));

    @Test
    void a_network_holds_its_addresses_and_no_others() {
        assertThat(List.of("10.0.0.0", "10.255.255.255", "192.0.2.7", "fe80::1", "febf::1"))
                .allMatch(this::held);
        assertThat(
                        List.of(
                                "11.0.0.0",
                                "9.255.255.255",
                                "192.0.2.6",
                                "fec0::1",
                                "2001:db8::2",
                                "::1"))
                .noneMatch(this::held);
        assertThat(held("2001:db8::1")).isTrue();
    }

    @Test
    void a_mapped_address_counts_as_its_ipv4_address() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xFF;
        mapped[12] = 10;
        assertThat(networks.contains(java.net.Inet6Address.getByAddress("", mapped, -1))).isTrue();
    }

    @Test
    void everything_is_a_network_too() {
        assertThat(Networks.of(List.of("0.0.0.0/0")).contains(InetAddress.ofLiteral("1.2.3.4")))
                .isTrue();
        assertThat(Networks.of(List.of("::/0")).contains(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(Networks.of(List.of("::/0")).contains(InetAddress.ofLiteral("1.2.3.4")))
                .isFalse();
    }

    @Test
    void what_is_no_network_is_named() {
        assertThat(Networks.valid("10.0.0.0/33")).isFalse();
        assertThat(Networks.valid("name.test/8")).isFalse();
        assertThatThrownBy(() -> Networks.of(List.of("10.0.0/8"))).hasMessageContaining("10.0.0/8");
    }

    private boolean held(String address) {
        return networks.contains(InetAddress.ofLiteral(address));
    }
}
