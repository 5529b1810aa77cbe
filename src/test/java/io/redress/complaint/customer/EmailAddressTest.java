package io.redress.complaint.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "lena.vogt@example.com, lena.vogt@example.com, false",
        "Lena.Vogt+Shop@Example.COM, Lena.Vogt+Shop@Example.COM, false",
        "' lena@example.com\u00a0\u3000', lena@example.com, false",
        "maša@example.org, maša@example.org, true",
        "luka.novač@example.org, luka.novač@example.org, true",
        "用户@例え.jp, 用户@xn--r8jz45g.jp, true",
        "info@straße.de, info@xn--strae-oqa.de, false",
        "info@strasse.de, info@strasse.de, false",
        "info@müller.de, info@xn--mller-kva.de, false",
        "info@mu\u0308ller.de, info@xn--mller-kva.de, false",
        "info@MÜLLER.de, info@xn--mller-kva.de, false",
        "info@xn--mller-kva.de, info@xn--mller-kva.de, false",
        "a@βόλος.com, a@xn--nxasmm1c.com, false",
        "a@نامه\u200cای.com, a@xn--mgba3gch31f060k.com, false",
        "a@my--shop.com, a@my--shop.com, false",
        "root@localhost, root@localhost, false",
        "o'neill/x=y@example.com, o'neill/x=y@example.com, false",
    })
    void addressTravelsAsItWasTypedAndOnlyTheDomainInAscii(String typed, String wire, boolean needsSmtpUtf8) {
        EmailAddress address = EmailAddress.parse(typed).orElseThrow();

        assertThat(address.forWire()).isEqualTo(wire);
        assertThat(address.typed()).isEqualTo(typed.replaceAll("\\p{Z}", ""));
        assertThat(address.needsSmtpUtf8()).isEqualTo(needsSmtpUtf8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lena",
                "@example.com",
                "lena@",
                "lena@@example.com",
                "le@na@example.com",
                "lena vogt@example.com",
                "lena@exam ple.com",
                "Lena <lena@example.com>",
                "<lena@example.com>",
                "lena@example.com, x@example.org",
                "lena@example.com;x@example.org",
                "\"lena vogt\"@example.com",
                "lena\\@example.com",
                "lena(home)@example.com",
                "lena@[192.0.2.1]",
                "lena@192.0.2.1",
                "lena@example..com",
                "lena@.example.com",
                "lena@example.com.",
                ".lena@example.com",
                "lena.@example.com",
                "le..na@example.com",
                "lena@-example.com",
                "lena@exam_ple.com",
                "lena@example.com\r\nBcc: x@example.org",
                "lena\u0000@example.com",
                "le\u200bna@example.com",
                "le\u202ena@example.com",
                "le\u00adna@example.com",
                "le\u3164na@example.com",
                "le\ue000na@example.com",
                "le\ud800na@example.com",
                "lena@exam\u200dple.com",
                "lena@exam\u00adple.com",
                "lena@exam\u200bple.com",
                "lena@ｅｘａｍｐｌｅ.com",
                "lena@example。com",
                "lena@example．com",
                "lena＠example.com",
                "lena@exam\u212aple.com",
                "lena@exampleſ.com",
                "lena@ﬁx.com",
                "lena@①.com",
                "lena@xn--strae-oqax!.de",
                "lena@xn--a.de",
            })
    void whatIsNoAddressIsNotRead(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lena@example.com, LENA@EXAMPLE.COM, true",
        "info@müller.de, info@xn--mller-kva.de, true",
        "maša@example.org, MAša@example.org, true",
        "maša@example.org, MAŠA@example.org, false",
        "maša@example.org, masa@example.org, false",
        "lena.vogt@example.com, lenavogt@example.com, false",
        "lena@example.com, lena+shop@example.com, false",
        "lena@example.com, lena@exam-ple.com, false",
        "ｌena@example.com, lena@example.com, false",
        "é@example.com, e\u0301@example.com, false",
        "info@straße.de, info@strasse.de, false",
        "straße@example.com, strasse@example.com, false",
        "kelvin@example.com, \u212aelvin@example.com, false",
        "i@example.com, ı@example.com, false",
    })
    void mailboxIsTheSameOnlyIfNothingButAsciiCaseDiffers(String one, String other, boolean same) {
        assertThat(EmailAddress.parse(one)
                        .orElseThrow()
                        .equals(EmailAddress.parse(other).orElseThrow()))
                .isEqualTo(same);
    }

    @Test
    void lengthsEndWhereTheStandardEndsThem() {
        String label = "d".repeat(63);

        assertThat(EmailAddress.parse("l".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.parse("l".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("š".repeat(32) + "@example.com")).isPresent();
        assertThat(EmailAddress.parse("š".repeat(33) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("lena@" + label + ".com")).isPresent();
        assertThat(EmailAddress.parse("lena@" + label + "d.com")).isEmpty();
        assertThat(EmailAddress.parse("lena@" + (label + ".").repeat(3) + "d".repeat(57)))
                .isPresent();
        assertThat(EmailAddress.parse("lena@" + (label + ".").repeat(3) + "d".repeat(58)))
                .isEmpty();
    }

    @Test
    void whatIsFarTooLongIsRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofMillis(500), () -> {
            assertThat(EmailAddress.parse("l".repeat(65_536) + "@example.com")).isEmpty();
            assertThat(EmailAddress.parse("lena@" + "ü.".repeat(32_768) + "com"))
                    .isEmpty();
            assertThat(EmailAddress.parse("@".repeat(65_536))).isEmpty();
        });
    }
}
