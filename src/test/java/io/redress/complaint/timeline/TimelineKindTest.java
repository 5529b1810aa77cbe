package io.redress.complaint.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kinds of what happens in a case: their words stand in databases and reports, their audience is nobody's to guess. */
class TimelineKindTest {

    /** Written out, because these stand in databases, and with those who poll the API. */
    private static final Set<String> TO_CUSTOMERS =
            words("arrived_again customer_wrote message_sent message_told not_settled closed");

    private static final Set<String> TO_SYSTEMS_TOO = words("""
            registered imported acknowledged_at_once contact_unreadable language claim_found identified carrier_reported
            decided no_answer_owed deputy_approved goodwill_not_possible goodwill_budget_spent
            remedy_proposed remedy_approved remedy_sent remedy_not_sent remedy_unknown remedy_settled remedy_by_hand
            remedy_failed remedy_superseded refund_by_hand refund_released subscription_ended
            parcel_moved parcel_delivered parcel_not_followed parcel_trouble parcel_found
            return_way return_arranged return_arrived return_received return_overdue return_more_time return_paid
            return_closed label_refund deduction_asked deduction
            dispute_won dispute_lost dispute_prevented dispute_refunded
            message_to_tell person_wished no_reply no_reply_needed no_follow_up follow_up_answered withdrawal_requested reopened
            promise_in_danger promise_broken rung_climbed calendar_changed
            legal_event legal_clock_started legal_clock_met legal_clock_stopped not_told
            """);

    private static final Set<String> AMONG_STAFF = words("""
            advice_asked advice advice_overdue note message_read verdict triaged approval_needed approval_refused
            step_approved form_entered deduction_refused dispute_opened dispute_answered customer_corrected
            handed_over team_changed nobody_speaks had_it_before given_back stands_still mended migrated moves_again attention
            danger_found danger_said danger_claimed danger_put_back danger_alarm safety_record
            shielded accused_named shield_lifted nobody_to_tell letter_held letters_held letters_let_go letter_dropped
            """);

    /** What may be told of a case to who may not know of its order: nothing among it says what was found. */
    private static final Set<String> NOTHING_OF_THE_ORDER = words("""
            registered imported arrived_again language message_sent message_told message_to_tell customer_wrote person_wished no_reply
            no_reply_needed withdrawal_requested follow_up_answered not_settled reopened closed
            """);

    @Test
    void eachReaderReadsWhatIsMeantForThemAndForThoseBeforeThem() {
        assertThat(readBy(Audience.CUSTOMER)).isEqualTo(TO_CUSTOMERS);
        assertThat(readBy(Audience.SYSTEMS)).isEqualTo(all(List.of(TO_CUSTOMERS, TO_SYSTEMS_TOO)));
        assertThat(readBy(Audience.STAFF)).isEqualTo(all(List.of(TO_CUSTOMERS, TO_SYSTEMS_TOO, AMONG_STAFF)));
        assertThat(readBy(Audience.LEADS)).isEqualTo(readBy(Audience.STAFF));
    }

    @Test
    void whoMayNotKnowOfTheOrderReadsWhatSaysNothingOfIt() {
        assertThat(those(kind -> !kind.tellsOfOrder())).isEqualTo(NOTHING_OF_THE_ORDER);
    }

    @Test
    void everyWordIsThatOfOneKind() {
        assertThat(Arrays.stream(TimelineKind.values()).map(TimelineKind::word))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all(List.of(TO_CUSTOMERS, TO_SYSTEMS_TOO, AMONG_STAFF)));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsFoundByItsWordAndIsMeantForSomebody(TimelineKind kind) {
        assertThat(kind.word()).matches("[a-z]+(_[a-z]+)*");
        assertThat(TimelineKind.of(kind.word())).contains(kind);
        assertThat(kind.audience()).isNotNull();
    }

    @Test
    void whatIsNotListedIsNoKind() {
        for (String word : List.of("rumour", "Closed", "CLOSED", "closed ", "")) {
            assertThat(TimelineKind.of(word)).as(word).isEmpty();
        }
        assertThat(TimelineKind.of(null)).isEmpty();
    }

    private static Set<String> readBy(Audience readers) {
        return those(kind -> readers.mayRead(kind.audience()));
    }

    private static Set<String> those(Predicate<TimelineKind> which) {
        return Arrays.stream(TimelineKind.values())
                .filter(which)
                .map(TimelineKind::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String spaced) {
        return new TreeSet<>(List.of(spaced.strip().split("\\s+")));
    }

    private static Set<String> all(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
