package io.redress.verification.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.outside.order.Order;
import io.redress.verification.evidence.Evidence;
import io.redress.verification.evidence.Orders;
import io.redress.verification.finding.AffectedChoice.ChosenLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler's choice of lines, pieces and fees, as forms and systems send it. */
class AffectedChoiceTest {

    private static final Order ORDER = Orders.with(
            List.of(line(1, "LAMP", 3, "10.00"), line(2, "LAMP", 1, "12.00"), line(3, "GIFT", 1, "0.00")), List.of());

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"line\":1,\"quantity\":2}]",
                "[{\"line\":1.0,\"quantity\":2.0}]",
                "[ {\"quantity\": 2, \"line\": 1} ]",
                "\u00a0[{\"line\":1,\"quantity\":2}]\n"
            })
    void readsLinesAsBrowsersAndSystemsWriteThem(String lines) {
        assertThat(read(Map.of("affectedLines", lines)).lines()).containsExactly(new ChosenLine(1, 2));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "2 x LAMP",
                "{\"line\":1,\"quantity\":2}",
                "[1]",
                "[{\"line\":1}]",
                "[{\"line\":1,\"quantity\":[]}]",
                "[{\"line\":\"1\",\"quantity\":1}]",
                "[{\"line\":1,\"quantity\":1.5}]",
                "[{\"line\":1,\"quantity\":0}]",
                "[{\"line\":1,\"quantity\":-1}]",
                "[{\"line\":1,\"quantity\":1e30}]",
                "[{\"line\":1,\"quantity\":1,\"sku\":\"LAMP\"}]",
                "[{\"line\":1,\"quantity\":1},{\"line\":1,\"quantity\":2}]",
                "[{\"line\":1,\"line\":2,\"quantity\":1}]",
                "[{\"line\":1,\"quantity\":1}] and more"
            })
    void refusesWhatHasNotTheShape(String lines) {
        read(Map.of("affectedLines", lines));

        assertThat(problems).extracting(Problem::field).contains("affectedLines");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"true,true", "false,false", "by_rule,-", "'',-"})
    void deliveryFeeIsTickedOrLeftToItsRule(String sent, Boolean read) {
        assertThat(read(Map.of("deliveryFee", sent)).deliveryFee()).isEqualTo(read);
        assertThat(problems).isEmpty();
    }

    @Test
    void boxesOfTasklistAreTruthValues() {
        assertThat(read(Map.of("deliveryFee", true)).deliveryFee()).isTrue();
        assertThat(read(Map.of("deliveryFee", false)).deliveryFee()).isFalse();
        read(Map.of("deliveryFee", "yes"));
        assertThat(problems).singleElement().extracting(Problem::field).isEqualTo("deliveryFee");
    }

    @Test
    void feesAreAListOfNamesOrOneName() {
        assertThat(read(Map.of("fees", "[\"Gift wrapping\",\"Gift wrapping\",\"Insurance\"]"))
                        .fees())
                .containsExactlyInAnyOrder("Gift wrapping", "Insurance");
        assertThat(read(Map.of("fees", "Insurance")).fees()).containsExactly("Insurance");
        assertThat(read(Map.of("fees", "[]")).fees()).isEmpty();
        assertThat(problems).isEmpty();
        read(Map.of("fees", "[7]"));
        assertThat(problems).singleElement().extracting(Problem::field).isEqualTo("fees");
    }

    @Test
    void nothingSentIsNothingChosen() {
        assertThat(read(Map.of())).isEqualTo(AffectedChoice.NONE);
    }

    @Test
    void linesOfOneArticleAtTwoPricesAreKeptApart() {
        var chosen = new AffectedChoice(List.of(new ChosenLine(2, 1)), null, Set.of());

        assertThat(fromOrder(chosen).affected()).singleElement().satisfies(part -> {
            assertThat(part.line()).isEqualTo(2);
            assertThat(part.unitPrice()).isEqualTo(Money.parse("EUR 12.00"));
        });
    }

    @Test
    void everythingThatTheOrderDoesNotHaveIsNamed() {
        var chosen =
                new AffectedChoice(List.of(new ChosenLine(1, 4), new ChosenLine(9, 1)), true, Set.of("Gift wrapping"));

        assertThatThrownBy(() -> fromOrder(chosen).check())
                .isInstanceOfSatisfying(RefusedInput.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::field)
                        .containsExactly("affectedLines", "affectedLines", "deliveryFee", "fees"))
                .hasMessageContaining("Of line 1 (LAMP) 3 were ordered, not 4")
                .hasMessageContaining("no line 9; its lines are 1 to 3");
    }

    @Test
    void whatTheOrderHasPasses() {
        fromOrder(new AffectedChoice(List.of(new ChosenLine(1, 3), new ChosenLine(3, 1)), false, Set.of()))
                .check();
    }

    private AffectedChoice read(Map<String, Object> form) {
        problems.clear();
        return AffectedChoice.read(new FormFields(new HashMap<>(form), problems));
    }

    private static ChosenFromOrder fromOrder(AffectedChoice choice) {
        return new ChosenFromOrder(choice, evidence());
    }

    private static Evidence evidence() {
        Evidence nothing = Evidence.nothing();
        return new Evidence(
                true,
                ORDER,
                true,
                true,
                nothing.parcelState(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                0,
                false,
                false);
    }

    private static Order.Line line(int number, String sku, int quantity, String price) {
        return new Order.Line(number, sku, sku, quantity, Money.parse("EUR " + price), null, false);
    }
}
