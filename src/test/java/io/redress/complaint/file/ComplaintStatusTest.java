package io.redress.complaint.file;

import static io.redress.complaint.file.FilingDraft.aFiling;
import static io.redress.complaint.file.Status.CLOSED;
import static io.redress.complaint.file.Status.MAKING_GOOD;
import static io.redress.complaint.file.Status.RECEIVED;
import static io.redress.complaint.file.Status.VERIFYING;
import static io.redress.complaint.file.Status.WAITING_FOR_APPROVAL;
import static io.redress.complaint.file.Status.WAITING_FOR_CUSTOMER;
import static io.redress.complaint.file.Status.WAITING_FOR_FOLLOW_UP;
import static io.redress.complaint.file.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.complaint.timeline.CaseNumber;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a case may go from where it stands: every step from every state, by a table written out by hand. */
class ComplaintStatusTest {

    private static final Instant BEFORE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = BEFORE.plus(Duration.ofHours(3));

    /** In the order of the table's columns. */
    private static final List<Status> STATES = List.of(
            RECEIVED,
            VERIFYING,
            WAITING_FOR_CUSTOMER,
            WAITING_FOR_APPROVAL,
            MAKING_GOOD,
            WAITING_FOR_FOLLOW_UP,
            CLOSED,
            WITHDRAWN);

    /** For each state: ✓ it goes there, = it is accepted and stays where it stands, ✗ it is refused. */
    private static final String TABLE = """
            step              leads to               rec ver cus app mak fol clo wit
            triaged           VERIFYING               ✓   ✓   ✗   ✗   ✗   ✗   =   =
            questionReached   WAITING_FOR_CUSTOMER    ✓   ✓   ✓   =   =   =   =   =
            questionSettled   VERIFYING               =   =   ✓   =   =   =   =   =
            judgementRefused  VERIFYING               ✓   ✓   ✓   ✓   ✓   ✗   =   =
            approvalNeeded    WAITING_FOR_APPROVAL    ✗   ✓   ✓   ✓   ✓   ✓   =   =
            makesGood         MAKING_GOOD             ✗   ✓   ✓   ✓   ✓   ✓   =   =
            explained         WAITING_FOR_FOLLOW_UP   ✗   ✓   ✗   ✓   ✓   ✓   =   =
            close             CLOSED                  ✓   ✓   ✓   ✓   ✓   ✓   =   =
            withdraw          WITHDRAWN               ✓   ✓   ✓   ✓   ✓   ✓   ✗   =
            reopen            VERIFYING               ✗   ✗   ✗   ✓   ✓   ✓   ✓   ✓
            """;

    private static final Map<String, Consumer<Complaint>> STEPS = Map.of(
            "triaged", complaint -> complaint.triaged(Severity.HIGH, 70, "leads", "gold"),
            "questionReached", Complaint::questionReached,
            "questionSettled", Complaint::questionSettled,
            "judgementRefused", Complaint::judgementRefused,
            "approvalNeeded", Complaint::approvalNeeded,
            "makesGood", Complaint::makesGood,
            "explained", Complaint::explained,
            "close", complaint -> complaint.close(NOW),
            "withdraw", complaint -> complaint.withdraw(NOW),
            "reopen", Complaint::reopen);

    static Stream<Arguments> cells() {
        return TABLE.lines().skip(1).flatMap(line -> {
            String[] row = line.split("\\s+");
            assertThat(row).as(line).hasSize(2 + STATES.size());
            return STATES.stream()
                    .map(from -> Arguments.of(row[0], from, Status.valueOf(row[1]), row[2 + STATES.indexOf(from)]));
        });
    }

    @ParameterizedTest(name = "{0} in {1}: {3}")
    @MethodSource("cells")
    void everyStepFromEveryStateGoesWhereTheTableSays(String step, Status from, Status to, String answer) {
        Complaint complaint = standingAt(from);
        switch (answer) {
            case "✓" -> {
                STEPS.get(step).accept(complaint);
                assertThat(complaint.status()).isEqualTo(to);
            }
            case "=" -> {
                STEPS.get(step).accept(complaint);
                assertThat(complaint.status()).isEqualTo(from);
                assertThat(complaint.closedAt()).isEqualTo(standingAt(from).closedAt());
                assertThat(complaint.outcome()).isEqualTo(standingAt(from).outcome());
            }
            case "✗" -> {
                assertThatThrownBy(() -> STEPS.get(step).accept(complaint))
                        .isInstanceOf(RefusedTransition.class)
                        .hasMessageContaining("C-2026-000001", spoken(from), spoken(to));
                assertThat(complaint).usingRecursiveComparison().isEqualTo(standingAt(from));
            }
            default -> throw new IllegalArgumentException(answer);
        }
    }

    @Test
    void theTableKnowsEveryStateAndEveryStep() {
        assertThat(STATES).containsExactly(Status.values());
        assertThat(cells().map(cell -> cell.get()[0]).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(STEPS.keySet())
                .hasSameSizeAs(StatusStep.values());
    }

    /** Whoever could name a state to go to could leave out what belongs to it, such as when the case ended. */
    @Test
    void nobodyNamesAStateForTheCaseToGoTo() {
        assertThat(Complaint.class.getDeclaredMethods())
                .filteredOn(method -> !Modifier.isPrivate(method.getModifiers()))
                .noneMatch(method -> Arrays.asList(method.getParameterTypes()).contains(Status.class));
    }

    @Test
    void whatIsRefusedIsSaidInWords() {
        assertThatThrownBy(() -> standingAt(CLOSED).withdraw(NOW))
                .hasMessage("Case C-2026-000001 is closed and cannot become withdrawn from there.");
    }

    /** Asked before a letter goes out; the answer is the table's. */
    @ParameterizedTest
    @EnumSource
    void aDecisionMayBeToldWhereTheCaseMayBeExplained(Status status) {
        Complaint complaint = standingAt(status);
        if (Set.of(RECEIVED, WAITING_FOR_CUSTOMER).contains(status)) {
            assertThatThrownBy(complaint::requireExplainable).isInstanceOf(RefusedTransition.class);
        } else {
            complaint.requireExplainable();
        }
        assertThat(complaint).usingRecursiveComparison().isEqualTo(standingAt(status));
    }

    @Test
    void aCaseTakenBackTwiceEndedTheFirstTime() {
        Complaint complaint = standingAt(WITHDRAWN);

        complaint.withdraw(NOW);
        complaint.judgementRefused();

        assertThat(complaint).usingRecursiveComparison().isEqualTo(standingAt(WITHDRAWN));
    }

    /** A letter was held while its question was left out; that it goes out at last asks nothing of the case any more. */
    @Test
    void aQuestionThatArrivesAfterTheDecisionHoldsNothingUp() {
        Complaint complaint = standingAt(MAKING_GOOD);
        complaint.questionAsked();

        complaint.questionReached();
        assertThat(complaint.isWaitingForCustomer()).isFalse();
        complaint.questionSettled();

        assertThat(complaint).usingRecursiveComparison().isEqualTo(standingAt(MAKING_GOOD));
    }

    private static Complaint standingAt(Status status) {
        Complaint complaint = opened();
        if (status == RECEIVED) {
            return complaint;
        }
        complaint.triaged(Severity.NORMAL, 50, "handlers", null);
        complaint.ownedBy("handler");
        switch (status) {
            case VERIFYING -> {}
            case WAITING_FOR_CUSTOMER -> {
                complaint.questionAsked();
                complaint.questionReached();
            }
            case WAITING_FOR_APPROVAL -> {
                complaint.judged(Outcome.UPHELD, null);
                complaint.approvalNeeded();
            }
            case MAKING_GOOD -> {
                complaint.judged(Outcome.UPHELD, null);
                complaint.makesGood();
            }
            case WAITING_FOR_FOLLOW_UP -> {
                complaint.judged(Outcome.UPHELD, null);
                complaint.explained();
            }
            case CLOSED -> {
                complaint.judged(Outcome.REFUSED, null);
                complaint.close(BEFORE);
            }
            case WITHDRAWN -> {
                complaint.withdrawalRequested(BEFORE);
                complaint.withdraw(BEFORE);
            }
            default -> throw new IllegalArgumentException(status.name());
        }
        return complaint;
    }

    private static Complaint opened() {
        return Complaint.open(
                CaseNumber.of(2026, 1),
                aFiling()
                        .by(Channel.EMAIL)
                        .about(Claim.DEFECTIVE)
                        .unvouched()
                        .saying("It broke.")
                        .filing(),
                BEFORE);
    }

    private static String spoken(Status status) {
        return status.name().toLowerCase().replace('_', ' ');
    }
}
