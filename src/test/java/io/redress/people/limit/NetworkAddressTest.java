package io.redress.people.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkAddressTest {

    @Test
    void anAddressIsItsClients() {
        assertThat(NetworkAddress.caller("2001:db8:1:2:3:4:5:6")).isEqualTo(NetworkAddress.caller("2001:db8:1:2::9"));
        assertThat(NetworkAddress.caller("2001:db8:1:2::1")).isNotEqualTo(NetworkAddress.caller("2001:db8:1:3::1"));
        assertThat(NetworkAddress.caller("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(NetworkAddress.caller("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(NetworkAddress.caller("no:address")).isEqualTo("no:address");
    }
}
