package io.redress.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.CaseNumber;
import io.redress.complaint.Complaint;
import io.redress.complaint.Outcome;
import io.redress.engine.People;
import io.redress.engine.People.Person;
import io.redress.engine.StandIns;
import io.redress.visibility.Visibility;
import io.redress.remedy.Decision;
import io.redress.remedy.Decisions;
import io.redress.verification.Verdicts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever handled a case does not judge their own work. */
class NextHandlerTest {

    private final People people = mock();
    private final Verdicts verdicts = mock();
    private final Decisions decisions = mock();
    private final StandIns standIns = mock();
    private final Visibility visibility =
            mock(Visibility.class, call -> List.copyOf((Collection<?>) call.getArgument(0)));
    private final NextHandler nextHandler = new NextHandler(people, verdicts, decisions, standIns, visibility);

    @Test
    void somebodyElseOfTheTeamTakesOver() {
        team("handler", "handler2");

        assertThat(nextHandler.after(ownedBy("handler"))).contains("handler2");
    }

    @Test
    void whoDecidedDoesNotTakeOverEither() {
        team("handler", "handler2", "handler3");
        Complaint complaint = ownedBy("handler");
        when(decisions.latest(complaint))
                .thenReturn(Optional.of(new Decision(
                        1L, "C-2026-000001", 1, Outcome.REFUSED, "", "", null, "handler2", Instant.EPOCH)));

        assertThat(nextHandler.after(complaint)).contains("handler3");
    }

    @Test
    void whoIsAwayDoesNotTakeOver() {
        team("handler", "handler2", "handler3");
        when(standIns.isAway("handler2")).thenReturn(true);

        assertThat(nextHandler.after(ownedBy("handler"))).contains("handler3");
    }

    @Test
    void aTeamOfOneHandsOverToALead() {
        team("handler");
        when(people.group("leads")).thenReturn(List.of(new Person("lead", "Lena Ott", null)));

        assertThat(nextHandler.after(ownedBy("handler"))).contains("lead");
    }

    @Test
    void nobodyIsNobody() {
        team("handler");

        assertThat(nextHandler.after(ownedBy("handler"))).isEmpty();
    }

    private void team(String... members) {
        when(people.group("handlers"))
                .thenReturn(Stream.of(members)
                        .map(member -> new Person(member, member, null))
                        .toList());
    }

    private Complaint ownedBy(String owner) {
        Complaint complaint = mock();
        when(complaint.owner()).thenReturn(owner);
        when(complaint.team()).thenReturn("handlers");
        when(complaint.number()).thenReturn(new CaseNumber("C-2026-000001"));
        when(verdicts.latest(complaint)).thenReturn(Optional.empty());
        when(decisions.latest(complaint)).thenReturn(Optional.empty());
        return complaint;
    }
}
