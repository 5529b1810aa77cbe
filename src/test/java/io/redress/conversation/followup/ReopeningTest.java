package io.redress.conversation.followup;

import static io.redress.complaint.file.FilingDraft.aFiling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Outcome;
import io.redress.complaint.file.Severity;
import io.redress.complaint.file.Status;
import io.redress.conversation.correspondence.CorrespondenceRooms;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.remedy.decision.Decisions;
import io.redress.time.clock.CaseClock;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.Deadlines;
import io.redress.verification.finding.Verdicts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A case is opened again whatever way it ended, and nothing of that end holds it up. */
@SpringJUnitConfig(
        classes = CorrespondenceRooms.class,
        initializers = {ConfigDataApplicationContextInitializer.class, CorrespondenceRooms.Addresses.class})
class ReopeningTest {

    @Autowired
    private Reopening reopening;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private People people;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Clock clock;

    @BeforeEach
    void twoHandlers() {
        when(people.group(anyString())).thenReturn(List.of());
        when(people.group("handlers"))
                .thenReturn(
                        List.of(new Person("handler", "Hanna Berg", null), new Person("handler2", "Hugo Diaz", null)));
        when(verdicts.latest(any())).thenReturn(Optional.empty());
        when(decisions.latest(any())).thenReturn(Optional.empty());
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of("closed", end(complaint -> {})),
                Arguments.of("closed, no answer owed", end(spam -> spam.judged(Outcome.NO_ANSWER_OWED, null))),
                Arguments.of("closed as refused", end(refused -> refused.judged(Outcome.REFUSED, null))),
                Arguments.of("not ended at all", (Consumer<Complaint>) unhappy -> {
                    unhappy.triaged(Severity.NORMAL, 50, "handlers", null);
                    unhappy.explained();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void theNextRoundBeginsWithOtherEyes(String how, Consumer<Complaint> end) {
        Complaint opened = opened();
        complaints.change(opened.number(), end);

        assertReopened(reopening.reopen(opened.number()));
    }

    @ParameterizedTest
    @MethodSource("withdrawals")
    void whatWasTakenBackIsNotTakenBackAnyMore(Consumer<Complaint> settled) {
        Complaint opened = opened();
        complaints.change(opened.number(), complaint -> {
            settled.accept(complaint);
            complaint.withdrawalRequested(clock.instant());
            complaint.withdraw(clock.instant());
        });
        deadlines.stopAll(opened.number());

        assertReopened(reopening.reopen(opened.number()));
    }

    static Stream<Consumer<Complaint>> withdrawals() {
        return Stream.of(complaint -> {}, upheld -> upheld.judged(Outcome.UPHELD, null));
    }

    private void assertReopened(Complaint reopened) {
        assertThat(reopened.round()).isEqualTo(2);
        assertThat(reopened.status()).isEqualTo(Status.VERIFYING);
        assertThat(reopened.outcome()).isNull();
        assertThat(reopened.isWithdrawalRequested()).isFalse();
        assertThat(reopened.closedAt()).isNull();
        assertThat(reopened.owner()).isEqualTo("handler2");
        List<CaseClock> clocks = deadlines.of(reopened.number());
        assertThat(clocks)
                .filteredOn(running -> running.kind() == ClockKind.RESOLUTION_TOTAL)
                .singleElement()
                .satisfies(total -> assertThat(total.isRunning() && !total.isPaused())
                        .as("the total time goes on")
                        .isTrue());
        assertThat(clocks)
                .filteredOn(running -> running.kind() == ClockKind.RESOLUTION && running.round() == 2)
                .singleElement()
                .matches(CaseClock::isRunning);
    }

    private static Consumer<Complaint> end(Consumer<Complaint> judged) {
        return complaint -> {
            judged.accept(complaint);
            complaint.close(complaint.createdAt());
        };
    }

    private Complaint opened() {
        Complaint complaint = complaints.open(aFiling()
                .by(Channel.EMAIL)
                .about(Claim.DEFECTIVE)
                .unvouched()
                .saying("It broke.")
                .filing());
        Complaint owned = complaints.change(complaint.number(), taken -> taken.ownedBy("handler"));
        deadlines.start(owned);
        return owned;
    }
}
