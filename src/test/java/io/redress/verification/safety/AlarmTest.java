package io.redress.verification.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.redress.complaint.file.CaseHead;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.file.Danger;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.complaint.timeline.Timeline;
import io.redress.complaint.timeline.TimelineKind;
import io.redress.core.staff.People.Person;
import io.redress.core.startup.InvalidSetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When the alarm is given, to whom, and when again. */
class AlarmTest {

    private static final CaseNumber CASE = new CaseNumber("C-2026-000001");
    private static final Instant SUNDAY = Instant.parse("2026-11-29T11:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");
    private static final Duration AGAIN = Duration.ofMinutes(15);
    private static final Person LEA = new Person("lea", "Lea", "lea@r.example");
    private static final Person LUO = new Person("luo", "Luo", "luo@r.example");

    private final DangerRows rows = mock();
    private final Complaints complaints = mock();
    private final AlarmAudience audience = mock();
    private final DangerAlert alert = mock();
    private final Timeline timeline = mock();

    private final Alarm alarm = new Alarm(
            rows,
            complaints,
            audience,
            alert,
            new AlarmProperties(List.of("oncall@r.example"), AGAIN),
            timeline,
            Clock.fixed(SUNDAY, ZoneOffset.UTC),
            new TransactionTemplate(mock(PlatformTransactionManager.class)));

    @BeforeEach
    void leadsAtWorkOnMonday() {
        when(complaints.heads(any()))
                .thenReturn(Map.of(CASE, new CaseHead(CASE, 1, 50, "handlers", "handlers", null, false, SUNDAY)));
        when(audience.of(any())).thenReturn(List.of(LEA, LUO));
        when(alert.atWork(any(), any())).thenReturn(MONDAY);
    }

    @Test
    void certainDangerIsToldAtAnyHourAndAgain() {
        due(known(Danger.CERTAIN, 4, null));

        alarm.giveWhatIsDue();

        assertThat(given().people()).containsExactly(LEA, LUO);
        assertThat(given().addresses()).containsExactly("oncall@r.example");
        verify(rows).given(CASE, SUNDAY.plus(AGAIN));
    }

    @Test
    void whatSomebodyTookOnBeforeTheFirstAlarmIsToldOnce() {
        due(known(Danger.CERTAIN, 0, "lea"));

        alarm.giveWhatIsDue();

        assertThat(given().people()).containsExactly(LEA, LUO);
        verify(rows).given(CASE, null);
    }

    @Test
    void possibleDangerIsToldOnceAtAnyHourAndAgainWhenSomebodyIsAtWork() {
        due(known(Danger.POSSIBLE, 0, null));

        alarm.giveWhatIsDue();

        assertThat(given().people()).containsExactly(LEA, LUO);
        assertThat(given().addresses()).isEmpty();
        verify(rows).given(CASE, MONDAY);
    }

    @Test
    void aRepeatReachesThoseWhoAreAtWorkNow() {
        when(alert.atWork(eq("luo"), any())).thenAnswer(asked -> asked.getArgument(1));
        due(known(Danger.POSSIBLE, 1, null));

        alarm.giveWhatIsDue();

        assertThat(given().people()).containsExactly(LUO);
        verify(rows).given(CASE, SUNDAY.plus(AGAIN));
    }

    @Test
    void aRepeatWaitsWhileNobodyIsAtWork() {
        due(known(Danger.POSSIBLE, 1, null));

        alarm.giveWhatIsDue();

        verify(rows).wait(CASE, MONDAY);
        verify(rows, never()).given(any(), any());
    }

    @Test
    void thatThereIsNobodyToTellIsSaid() {
        when(audience.of(any())).thenReturn(List.of());
        due(known(Danger.POSSIBLE, 0, null));

        alarm.giveWhatIsDue();

        verify(timeline).engineDid(eq(CASE), eq(TimelineKind.NOBODY_TO_TELL), any());
        verify(rows).given(CASE, SUNDAY.plus(AGAIN));
    }

    @Test
    void anAddressThatIsNoneEndsTheStart() {
        assertThatThrownBy(() -> new AlarmProperties(List.of("oncall@r.example", "+49 171 1234567"), AGAIN))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("+49 171 1234567");
        assertThatThrownBy(() -> new AlarmProperties(List.of(), Duration.ZERO)).isInstanceOf(InvalidSetting.class);
        assertThat(new AlarmProperties(List.of(" ", " oncall@r.example "), AGAIN).alarmTo())
                .containsExactly("oncall@r.example");
    }

    private void due(DangerCase known) {
        when(rows.takeDue(eq(SUNDAY), anyInt())).thenReturn(List.of(known));
    }

    @SuppressWarnings("unchecked")
    private DangerAlert.Alarm given() {
        ArgumentCaptor<List<DangerAlert.Alarm>> alarms = ArgumentCaptor.forClass(List.class);
        verify(alert).give(alarms.capture());
        return alarms.getValue().get(0);
    }

    private static DangerCase known(Danger danger, int turn, String claimedBy) {
        return new DangerCase(CASE, danger, "injury: \"burnt\"", SUNDAY, null, null, claimedBy, null, turn, SUNDAY);
    }
}
