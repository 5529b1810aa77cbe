package io.redress.complaint.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPropertiesTest {

    @ParameterizedTest
    @CsvSource({"'', true", "DE, true", "US, true", "de, false", "XX, false", "Germany, false", "+49, false"})
    void regionIsACountryOrNone(String region, boolean known) {
        assertThat(new ContactProperties(region).isRegionKnown()).isEqualTo(known);
    }
}
