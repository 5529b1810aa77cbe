package io.redress.people.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.core.staff.StandIns;
import io.redress.people.assignment.TaskCandidates.Offer;
import io.redress.people.team.Teams;
import io.redress.people.visibility.Visibility;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** Whoever had a case that failed is asked again only where nobody else is there. */
class TaskCandidatesTest {

    private final Teams teams = mock();
    private final FormerHolders former = mock();
    private final People people = mock();
    private final StandIns standIns = mock();
    private final ObjectProvider<StandIns> provider = mock();
    private final Visibility visibility = mock();
    private final TaskCandidates candidates = new TaskCandidates(teams, former, people, provider, visibility);
    private final Complaint complaint = mock();

    @BeforeEach
    void world() {
        when(provider.getObject()).thenReturn(standIns);
        when(complaint.number()).thenReturn(new CaseNumber("C-2026-000001"));
        when(complaint.team()).thenReturn("dach");
        when(complaint.servingTeam()).thenReturn("dach");
        belong("dach", "anna", "ben");
        belong("leads", "lead", "lead2");
        when(teams.leadsWhoSee("dach")).thenReturn(persons("lead", "lead2"));
        had();
    }

    @Test
    void handlersAreTheCasesOwnTeamAndLeadsItsLeads() {
        assertThat(candidates.of(complaint, Set.of("handlers", "leads"), true))
                .isEqualTo(new Offer(Set.of("dach", "leads"), Set.of()));
        assertThat(candidates.of(complaint, Set.of("team"), true)).isEqualTo(new Offer(Set.of("dach"), Set.of()));
        assertThat(candidates.of(complaint, Set.of("legal"), true)).isEqualTo(new Offer(Set.of("legal"), Set.of()));

        belong("leads", "lead", "lead2", "lead3");
        assertThat(candidates.of(complaint, Set.of("leads"), true))
                .as("not those of other teams")
                .isEqualTo(new Offer(Set.of(), Set.of("lead", "lead2")));
        when(teams.leadsWhoSee("dach")).thenReturn(persons("lead"));
        assertThat(candidates.of(complaint, Set.of("leads"), true))
                .as("one alone could not approve what they asked for")
                .isEqualTo(new Offer(Set.of("leads"), Set.of()));
    }

    @Test
    void colleaguesTakeOverThenLeadsThenWhoeverHadIt() {
        had("anna");
        assertOffered("ben");
        assertThat(candidates.othersFor(complaint)).containsExactly("ben");
        assertThat(candidates.isPassedOver(complaint, "anna")).isTrue();
        assertThat(candidates.isPassedOver(complaint, "ben")).isFalse();
        assertThat(candidates.hadItBefore(complaint)).isEmpty();

        when(visibility.isKept("ben", complaint.number())).thenReturn(true);
        assertThat(candidates.othersFor(complaint))
                .as("nobody from whom the case is kept, such as whom it accuses")
                .containsExactly("lead", "lead2");
        when(visibility.isKept("ben", complaint.number())).thenReturn(false);

        when(standIns.isAway("ben")).thenReturn(true);
        assertOffered("ben", "lead", "lead2");
        assertThat(candidates.othersFor(complaint)).as("who is there today").containsExactly("lead", "lead2");

        had("anna", "lead");
        assertOffered("ben", "lead2");

        when(standIns.isAway("lead2")).thenReturn(true);
        assertThat(candidates.of(complaint, Set.of("handlers"), true))
                .as("nobody else is there")
                .isEqualTo(new Offer(Set.of("dach"), Set.of()));
        assertThat(candidates.isPassedOver(complaint, "anna")).isFalse();
        assertThat(candidates.hadItBefore(complaint)).containsExactly("anna");
    }

    @Test
    void secondPersonsLookIsAnybodys() {
        had("lead");

        assertThat(candidates.of(complaint, Set.of("leads"), false)).isEqualTo(new Offer(Set.of("leads"), Set.of()));
        assertThat(candidates.of(complaint, Set.of("handlers"), true))
                .as("who had it is no candidate anyway")
                .isEqualTo(new Offer(Set.of("dach"), Set.of()));
    }

    private void assertOffered(String... users) {
        assertThat(candidates.of(complaint, Set.of("handlers"), true)).isEqualTo(new Offer(Set.of(), Set.of(users)));
    }

    private void had(String... before) {
        when(former.of(complaint)).thenAnswer(asked -> new TreeSet<>(List.of(before)));
    }

    private void belong(String group, String... members) {
        when(people.group(group)).thenReturn(persons(members));
        when(teams.members(group)).thenReturn(persons(members));
    }

    private static List<Person> persons(String... logins) {
        return Stream.of(logins).map(login -> new Person(login, login, null)).toList();
    }
}
