package io.redress.outside.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook leads to an address that is open to everybody, however it is spelled. */
class WebhookAddressesTest {

    private final WebhookAddresses addresses = with(Set.of());

    private static WebhookAddresses with(Set<String> allowed) {
        return new WebhookAddresses(new WebhookProperties(allowed, Duration.ofDays(1), Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.8.9.10:8443/hook",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0X7F.0.0.0x1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://127.0.0.1./",
                "https://0/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://10.1/",
                "https://012.0.0.1/",
                "https://100.64.0.1/",
                "https://100.100.100.200/",
                "https://169.254.169.254/latest/meta-data/",
                "https://0xa9fea9fe/",
                "https://2852039166/",
                "https://168.63.129.16/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.0.0.192/",
                "https://192.168.1.1/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://[::]/",
                "https://[::1]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::127.0.0.1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[0:0:0:0:0:ffff:10.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b:1::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://a.localhost/",
                "https://metadata.google.internal/",
                "https://printer.local/",
                "https://intranet/",
                "https://１２７.0.0.1/",
                "https://127。0。0。1/",
                "https://①②⑦.0.0.1/",
                "http://example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "jar:https://example.com!/",
                "https:example.com",
                "https:///example.com",
                "https://",
                "example.com",
                "//example.com/",
                "https://user:pass@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com/#fragment",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://exa mple.com/",
                "https://example.com/\r\nHost: b",
                "https://127.0.0.1\\@example.com/"
            })
    void refused(String address) {
        assertThat(addresses.fault(address)).as(address).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/redress",
                "https://EXAMPLE.com",
                "https://hooks.example.co.uk:8443/a/b?c=d",
                "https://xn--bcher-kva.example/",
                "https://example.com./",
                "https://8.8.8.8/",
                "https://1.0.0.127/",
                "https://172.32.0.1/",
                "https://100.128.0.1/",
                "https://[2606:4700:4700::1111]/",
                "https://10.example.com/",
                "https://127.0.0.1.example.com/",
                "https://localhost.example.com/"
            })
    void taken(String address) {
        assertThat(addresses.fault(address)).as(address).isEmpty();
    }

    @Test
    void exceptionHoldsForExactlyItsHostAndPort() {
        WebhookAddresses excepting = with(Set.of("127.0.0.1:8099"));
        assertThat(excepting.fault("http://127.0.0.1:8099/webhooks")).isEmpty();
        assertThat(excepting.fault("http://127.0.0.1:8098/webhooks")).isPresent();
        assertThat(excepting.fault("http://127.0.0.2:8099/webhooks")).isPresent();
        assertThat(excepting.fault("http://localhost:8099/webhooks")).isPresent();
        assertThat(excepting.fault("ftp://127.0.0.1:8099/webhooks")).isPresent();
        assertThat(excepting.fault("http://a@127.0.0.1:8099/webhooks")).isPresent();
    }

    @Test
    void mappedAddressIsWhatItStandsFor() throws Exception {
        byte[] mapped = InetAddress.getByName("64:ff9b::1").getAddress();
        assertThat(PublicAddress.isOne(InetAddress.getByAddress(mapped))).isFalse();
        assertThat(PublicAddress.isOne(InetAddress.getByName("::ffff:8.8.8.8"))).isTrue();
    }
}
