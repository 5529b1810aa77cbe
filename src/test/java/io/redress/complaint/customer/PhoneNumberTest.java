package io.redress.complaint.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "(212) 555-0100, , 2125550100",
        "(212) 555-0100, US, +12125550100",
        "(030) 1234567, , 0301234567",
        "(030) 1234567, DE, +49301234567",
        "030/1234567, DE, +49301234567",
        "+49 (0)30 1234567, , +49301234567",
        "+49 30 1234567 ext. 7, , +49301234567;ext=7",
        "+49 30 1234567 x7, , +49301234567;ext=7",
        "(030) 1234567 ext. 7, , 0301234567;ext=7",
        "(212) 555-0100 ext. 42, US, +12125550100;ext=42",
        "'+49\u00a030\u00a01234567', , +49301234567",
        "'+49\u202f30\u20091234567', , +49301234567",
        "'\u202d+49 30 1234567\u202c', , +49301234567",
        "tel:+49-30-1234567, , +49301234567",
        "tel:+1-212-555-0100;ext=7, , +12125550100;ext=7",
        "Tel.: 030 1234567, DE, +49301234567",
        "Mobile: +49 30 1234567, , +49301234567",
        "＋４９ ３０ １２３４５６７, , +49301234567",
        "０３０１２３４５６７, DE, +49301234567",
        "+٤٩ ٣٠ ١٢٣٤٥٦٧, , +49301234567",
        "0049 30 1234567, DE, +49301234567",
        "011 49 30 1234567, US, +49301234567",
        "555-0100, US, 5550100",
        "030 12345678, US, 03012345678",
        "+39 06 12345678, , +390612345678",
        "+49 30 1234567, XX, +49301234567",
    })
    void numberIsReadInItsRegion(String typed, String region, String dialling) {
        PhoneNumber number = PhoneNumber.parse(typed, region).orElseThrow();

        assertThat(number.dialling()).isEqualTo(dialling);
        assertThat(number.typed()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "+",
                "none",
                "call me after six",
                "lena.vogt@example.com",
                "+49 30 1234567 or 0171 7654321",
                "1234567890123456789012",
                "555 CALL NOW",
                "+999 12345678",
                "+49 30 1234567\r\nBcc: x@example.org",
                "555-0100 mornings",
            })
    void whatNoPhoneCanHaveIsNotRead(String typed) {
        assertThat(PhoneNumber.parse(typed, null)).isEmpty();
        assertThat(PhoneNumber.parse(typed, "US")).isEmpty();
    }

    @Test
    void localNumberIsReadAgainOnceItsRegionIsKnown() {
        PhoneNumber local = PhoneNumber.parse("(030) 1234567", null).orElseThrow();
        PhoneNumber international = PhoneNumber.parse("+49 30 1234567", null).orElseThrow();

        assertThat(local).isNotEqualTo(international);
        assertThat(local.international()).isEmpty();
        assertThat(local.in("DE")).isEqualTo(international).hasToString("(030) 1234567");
        assertThat(local.in("AT")).isNotEqualTo(international);
        assertThat(international.in("AT")).isEqualTo(international);
    }

    @Test
    void whatIsFarTooLongIsRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofMillis(500), () -> {
            assertThat(PhoneNumber.parse("1".repeat(65_536), "DE")).isEmpty();
            assertThat(PhoneNumber.parse("x".repeat(65_536), null)).isEmpty();
        });
    }
}
