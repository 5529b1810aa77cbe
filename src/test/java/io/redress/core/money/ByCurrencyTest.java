package io.redress.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ByCurrencyTest {

    @Test
    void theFirstSettingOfACurrencyCountsHoweverItIsWritten() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("eur", "250");
        settings.put("EUR", "10000");
        settings.put("Gbp", "30");

        assertThat(ByCurrency.of(settings)).isEqualTo(Map.of("EUR", "250", "GBP", "30"));
    }
}
