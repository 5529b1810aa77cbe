package io.redress.time.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two rows of a table can fit at once. */
class RowConditionTest {

    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    ''              | "DE"            | true
                    -               | not("DE")       | true
                    "DE", "FR"      | "FR","GB"       | true
                    "DE"            | "GB"            | false
                    not("GB")       | "GB"            | false
                    not("GB")       | "DE","GB"       | true
                    not("GB","DE")  | "DE","GB"       | false
                    not("GB")       | not("DE")       | true
                    """)
    void rowsFitTogether(String one, String other, boolean together) {
        RowCondition first = RowCondition.of(one).orElseThrow();
        RowCondition second = RowCondition.of(other).orElseThrow();

        assertThat(first.overlaps(second)).isEqualTo(together);
        assertThat(second.overlaps(first)).isEqualTo(together);
    }

    @Test
    void whatCannotBeReadIsNotGuessed() {
        assertThat(RowCondition.of("starts with(country, \"D\")")).isEmpty();
        assertThat(RowCondition.of("\"DE\" or \"FR\"")).isEmpty();
    }
}
