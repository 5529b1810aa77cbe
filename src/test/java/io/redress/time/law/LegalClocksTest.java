package io.redress.time.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.core.database.NoMemory;
import io.redress.core.input.RefusedInput;
import io.redress.time.calendar.Calendars;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockBase;
import io.redress.time.clock.Deadlines;
import io.redress.time.clock.PauseReason;
import io.redress.time.ladder.MovedTimers;
import io.redress.time.law.LegalRule.Nature;
import io.redress.time.law.LegalTerm.Counting;
import io.redress.time.law.LegalTerm.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which legal clocks a case has, whatever is learned of it and in whatever order; on the real tables. */
class LegalClocksTest {

    private static final ClockBase BASE = new ClockBase();
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final LegalRows rows = new LegalRows(BASE.jdbc, new NoMemory());
    private final Complaint complaint = mock(Complaint.class);
    private CaseNumber number;
    private String orderedTo;
    private boolean business;
    private Deadlines deadlines;
    private LegalClockSummary laws;
    private LegalClocks legal;

    @BeforeEach
    void open() {
        BASE.clear();
        number = new CaseNumber(BASE.newCase("handlers", null, NOW.minus(Duration.ofDays(1))));
        when(complaint.number()).thenReturn(number);
        when(complaint.round()).thenReturn(1);
        when(complaint.receivedAt()).thenReturn(NOW.minus(Duration.ofDays(1)));
        when(complaint.customer()).thenReturn(new Customer(null, "ada@example.org", null, "en-GB", null));
        orderedTo = null;
        business = false;
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        MovedTimers timers = mock(MovedTimers.class);
        Timeline timeline = mock(Timeline.class);
        LegalCountry countries = new LegalCountry(of -> Optional.ofNullable(orderedTo), "fr");
        deadlines = new Deadlines(BASE.rows, of -> Map.of(), BASE.calendars, timers, timeline, event -> {}, clock);
        laws = new LegalClockSummary(deadlines, rows);
        LegalStarts starts = new LegalStarts(
                deadlines,
                rows,
                (caseNumber, country, buyer, claim, event) -> table(country, buyer, claim, event),
                countries,
                of -> business,
                BASE.calendars,
                timeline);
        legal = new LegalClocks(deadlines, rows, laws, starts, countries, timers, timeline, clock);
    }

    private static List<LegalRule> table(String country, Buyer buyer, String claim, LegalEvent event) {
        return switch (event) {
            case COMPLAINT_RECEIVED -> List.of(rule("Final response", 8, Unit.WEEKS, Counting.AFTER));
            case REFUND_AGREED ->
                country.equals("GB")
                        ? List.of(rule("Agreed refund", 14, Unit.DAYS, Counting.BEGINNING_WITH))
                        : List.of();
            case DATA_REQUESTED -> List.of(rule("Answer to data request", 1, Unit.MONTHS, Counting.AFTER));
            case WITHDRAWAL_TOLD ->
                buyer == Buyer.CONSUMER
                        ? List.of(rule("Refund after withdrawal", 14, Unit.DAYS, Counting.AFTER))
                        : List.of();
            case DELIVERED, PERSON_ENDANGERED -> List.of();
        };
    }

    private static LegalRule rule(String name, int amount, Unit unit, Counting counting) {
        return new LegalRule(
                name,
                Nature.DUTY,
                new LegalTerm(amount, unit, counting, false),
                Calendars.STANDARD,
                List.of(),
                Period.ofYears(amount == 14 ? 6 : 3),
                "A law");
    }

    @Test
    void sameEventIsOneClockUntilItIsOverAndThenAnotherOne() {
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW.minusSeconds(60), "system");
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW.minusSeconds(60), "system");
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW.minusSeconds(30), "handler");
        assertThat(names()).containsExactly("Answer to data request");

        legal.met(complaint, "Answer to data request", NOW.minusSeconds(20), "handler");
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW.minusSeconds(60), "system");
        assertThat(names()).as("a message that came late").hasSize(1);

        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW, "system");
        assertThat(names()).containsExactly("Answer to data request", "Answer to data request (2)");
    }

    @Test
    void whatIsLearnedLateIsOverdueAtOnce() {
        LegalClock late = legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW.minus(Duration.ofDays(90)), "system")
                .get(0);

        assertThat(late.clock().startedAt()).isEqualTo(NOW.minus(Duration.ofDays(90)));
        assertThat(late.clock().at(100)).isEqualTo("2026-09-27T00:00:00Z");
        assertThat(late.clock().lateness(NOW)).isPositive();
    }

    @Test
    void lawForConsumersIsNoneForABusiness() {
        legal.happened(complaint, LegalEvent.WITHDRAWAL_TOLD, NOW, "system");
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW, "system");
        assertThat(names()).containsExactly("Refund after withdrawal", "Answer to data request");

        business = true;
        legal.look(complaint);

        assertThat(clock("Refund after withdrawal").isStopped()).isTrue();
        assertThat(clock("Answer to data request").isRunning())
                .as("a person asks for it")
                .isTrue();
        legal.happened(complaint, LegalEvent.WITHDRAWAL_TOLD, NOW.plusSeconds(1), "system");
        legal.look(complaint);
        assertThat(names())
                .as("none is started anew")
                .containsOnlyOnce("Refund after withdrawal")
                .doesNotContain("Refund after withdrawal (2)");
    }

    @Test
    void lawIsThatOfWhereTheOrderWentOnceThatIsKnown() {
        legal.happened(complaint, LegalEvent.REFUND_AGREED, NOW, "engine");
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW, "system");
        Instant due = clock("Agreed refund").at(100);
        assertThat(due).as("14 days beginning with today").isEqualTo("2026-12-08T00:00:00Z");

        orderedTo = "de";
        legal.look(complaint);

        assertThat(clock("Agreed refund").isStopped()).isTrue();
        assertThat(clock("Answer to data request").isRunning())
                .as("says the same there")
                .isTrue();
        assertThat(names()).as("no clock twice").doesNotHaveDuplicates();

        orderedTo = "GB";
        legal.look(complaint);
        assertThat(clock("Agreed refund (2)").at(100)).isEqualTo(due);
    }

    @Test
    void whatWasUndoneIsOwedAgainFromWhenItFirstWas() {
        Instant agreed = NOW.minus(Duration.ofDays(10));
        legal.happened(complaint, LegalEvent.REFUND_AGREED, agreed, "engine");
        legal.owedAgain(complaint, LegalEvent.REFUND_AGREED);
        assertThat(names()).as("it is owed already").hasSize(1);

        legal.met(complaint, LegalEvent.REFUND_AGREED, "engine");
        legal.owedAgain(complaint, LegalEvent.REFUND_AGREED);

        CaseClock again = clock("Agreed refund (2)");
        assertThat(again.isRunning()).isTrue();
        assertThat(again.startedAt()).isEqualTo(agreed);
        assertThat(again.at(100)).isEqualTo(clock("Agreed refund").at(100));
    }

    @Test
    void noRuleOfOursTouchesThemButTheAnswerMeetsWhatCountsFromTheComplaint() {
        legal.opened(complaint);
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW, "system");
        List<CaseClock> before = deadlines.of(number);

        deadlines.pause(number, PauseReason.WAITING_FOR_CUSTOMER);
        deadlines.rate(complaint);
        assertThat(deadlines.of(number)).isEqualTo(before);

        deadlines.stopAll(number);
        assertThat(clock("Final response").isStopped()).isTrue();
        assertThat(clock("Answer to data request").isRunning()).isTrue();
    }

    @Test
    void caseIsKeptForAsLongAsTheLongestOfItsLawsSays() {
        assertThat(laws.keepUntil(number)).isEmpty();
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW, "system");
        legal.happened(complaint, LegalEvent.REFUND_AGREED, NOW, "engine");
        assertThat(laws.keepUntil(number)).contains(LocalDate.of(2032, 11, 24));
    }

    @Test
    void onlyWhatIsOwedCanBeDoneAndNotBeforeItWas() {
        legal.happened(complaint, LegalEvent.DATA_REQUESTED, NOW, "system");
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> legal.met(complaint, "Something else", NOW, "handler"))
                .withMessageContaining("Answer to data request");
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(
                        () -> legal.met(complaint, "Answer to data request", NOW.minus(Duration.ofDays(1)), "handler"));
    }

    private List<String> names() {
        return deadlines.of(number).stream().map(CaseClock::subject).toList();
    }

    private CaseClock clock(String name) {
        return deadlines.of(number).stream()
                .filter(known -> known.subject().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
