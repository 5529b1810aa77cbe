package io.redress.verification.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.People.Person;
import io.redress.people.team.Teams;
import io.redress.people.visibility.Visibility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody hears of danger, whoever is away and however empty a group is. */
class AlarmAudienceTest {

    private static final CaseNumber NUMBER = new CaseNumber("C-2026-000001");
    private static final Person LEA = person("lea");
    private static final Person DORA = person("dora");
    private static final Person MONA = person("mona");
    private static final Person ADA = person("ada");
    private static final Person NO_MAIL = new Person("nomail", "No Mail", null);

    private final Complaint complaint = mock();
    private final Teams teams = mock();
    private final People people = mock();
    private final DangerAlert alert = mock();
    private final Visibility visibility = mock();
    private final AlarmAudience audience = new AlarmAudience(teams, people, alert, visibility);

    @BeforeEach
    void everybodyIsThere() {
        when(alert.present(any())).thenAnswer(asked -> Optional.of(person(asked.getArgument(0))));
        when(alert.present("nomail")).thenReturn(Optional.of(NO_MAIL));
        when(teams.leadsOf(complaint)).thenReturn(List.of(LEA, DORA));
        when(people.group(Groups.LEADS)).thenReturn(List.of(LEA, DORA, person("leo")));
        when(people.group(Groups.MANAGERS)).thenReturn(List.of(MONA));
        when(people.group(Groups.ADMINISTRATORS)).thenReturn(List.of(ADA));
    }

    @Test
    void leadAndDeputyHear() {
        assertThat(audience.of(complaint)).containsExactly(LEA, DORA);
    }

    @Test
    void whomTheCaseAccusesHearsNothing() {
        when(complaint.number()).thenReturn(NUMBER);
        when(visibility.isKept("lea", NUMBER)).thenReturn(true);
        assertThat(audience.of(complaint)).containsExactly(DORA);

        when(visibility.isKept("dora", NUMBER)).thenReturn(true);
        assertThat(audience.of(complaint))
                .as("of all leads the one it does not accuse")
                .containsExactly(person("leo"));
    }

    @Test
    void whoIsAwayIsReplacedAndNobodyHearsTwice() {
        when(alert.present("lea")).thenReturn(Optional.of(DORA));

        assertThat(audience.of(complaint)).containsExactly(DORA);
    }

    @Test
    void whereNobodyOfTheTeamCanBeToldAllLeadsHearElseManagersElseAdministrators() {
        when(teams.leadsOf(complaint)).thenReturn(List.of(NO_MAIL));
        assertThat(audience.of(complaint)).containsExactly(LEA, DORA, person("leo"));

        when(people.group(Groups.LEADS)).thenReturn(List.of());
        assertThat(audience.of(complaint)).containsExactly(MONA);

        when(people.group(Groups.MANAGERS)).thenReturn(List.of());
        assertThat(audience.of(complaint)).containsExactly(ADA);

        when(people.group(Groups.ADMINISTRATORS)).thenReturn(List.of());
        assertThat(audience.of(complaint)).isEmpty();
    }

    @Test
    void whereEverybodyIsAwayThoseWhoAreHearAllTheSame() {
        when(alert.present(any())).thenReturn(Optional.empty());

        assertThat(audience.of(complaint)).containsExactly(LEA, DORA);
    }

    private static Person person(String login) {
        return new Person(login, login, login + "@r.example");
    }
}
