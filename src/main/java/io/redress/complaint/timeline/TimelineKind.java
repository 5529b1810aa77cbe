package io.redress.complaint.timeline;

import io.redress.core.text.EnumWords;
import java.util.Optional;

/**
 * What kind of thing happened in a case: its word in the database and at the API, and who may read of it. What is not listed
 * here is shown to nobody.
 */
public enum TimelineKind {
    // How a case comes in, and who it is about.
    REGISTERED(Audience.SYSTEMS, Order.UNTOLD),
    IMPORTED(Audience.SYSTEMS, Order.UNTOLD),
    ACKNOWLEDGED_AT_ONCE(Audience.SYSTEMS),
    ARRIVED_AGAIN(Audience.CUSTOMER, Order.UNTOLD),
    CONTACT_UNREADABLE(Audience.SYSTEMS),
    CUSTOMER_CORRECTED(Audience.STAFF),
    LANGUAGE(Audience.SYSTEMS, Order.UNTOLD),

    // What is found out.
    TRIAGED(Audience.STAFF),
    CLAIM_FOUND(Audience.SYSTEMS),
    IDENTIFIED(Audience.SYSTEMS),
    VERDICT(Audience.STAFF),
    CARRIER_REPORTED(Audience.SYSTEMS),
    ADVICE_ASKED(Audience.STAFF),
    ADVICE(Audience.STAFF),
    ADVICE_OVERDUE(Audience.STAFF),

    // What is decided, and who agrees.
    DECIDED(Audience.SYSTEMS),
    NO_ANSWER_OWED(Audience.SYSTEMS),
    APPROVAL_NEEDED(Audience.STAFF),
    APPROVAL_REFUSED(Audience.STAFF),
    DEPUTY_APPROVED(Audience.SYSTEMS),
    STEP_APPROVED(Audience.STAFF),
    FORM_ENTERED(Audience.STAFF),
    GOODWILL_NOT_POSSIBLE(Audience.SYSTEMS),
    GOODWILL_BUDGET_SPENT(Audience.SYSTEMS),

    // How remedies go.
    REMEDY_PROPOSED(Audience.SYSTEMS),
    REMEDY_APPROVED(Audience.SYSTEMS),
    REMEDY_SENT(Audience.SYSTEMS),
    REMEDY_NOT_SENT(Audience.SYSTEMS),
    REMEDY_UNKNOWN(Audience.SYSTEMS),
    REMEDY_SETTLED(Audience.SYSTEMS),
    REMEDY_BY_HAND(Audience.SYSTEMS),
    REMEDY_FAILED(Audience.SYSTEMS),
    REMEDY_SUPERSEDED(Audience.SYSTEMS),
    REFUND_BY_HAND(Audience.SYSTEMS),
    REFUND_RELEASED(Audience.SYSTEMS),
    SUBSCRIPTION_ENDED(Audience.SYSTEMS),
    NOTE(Audience.STAFF),

    // Parcels on their way, and goods on their way back.
    PARCEL_MOVED(Audience.SYSTEMS),
    PARCEL_DELIVERED(Audience.SYSTEMS),
    PARCEL_NOT_FOLLOWED(Audience.SYSTEMS),
    PARCEL_TROUBLE(Audience.SYSTEMS),
    PARCEL_FOUND(Audience.SYSTEMS),
    RETURN_WAY(Audience.SYSTEMS),
    RETURN_ARRANGED(Audience.SYSTEMS),
    RETURN_ARRIVED(Audience.SYSTEMS),
    RETURN_RECEIVED(Audience.SYSTEMS),
    RETURN_OVERDUE(Audience.SYSTEMS),
    RETURN_MORE_TIME(Audience.SYSTEMS),
    RETURN_PAID(Audience.SYSTEMS),
    RETURN_CLOSED(Audience.SYSTEMS),
    LABEL_REFUND(Audience.SYSTEMS),
    DEDUCTION_ASKED(Audience.SYSTEMS),
    DEDUCTION_REFUSED(Audience.STAFF),
    DEDUCTION(Audience.SYSTEMS),

    // The customer's bank.
    DISPUTE_OPENED(Audience.STAFF),
    DISPUTE_ANSWERED(Audience.STAFF),
    DISPUTE_WON(Audience.SYSTEMS),
    DISPUTE_LOST(Audience.SYSTEMS),
    DISPUTE_PREVENTED(Audience.SYSTEMS),
    DISPUTE_REFUNDED(Audience.SYSTEMS),

    // What is said to the customer and by them.
    MESSAGE_SENT(Audience.CUSTOMER, Order.UNTOLD),
    MESSAGE_TOLD(Audience.CUSTOMER, Order.UNTOLD),
    MESSAGE_TO_TELL(Audience.SYSTEMS, Order.UNTOLD),
    LETTER_HELD(Audience.STAFF),
    LETTERS_HELD(Audience.STAFF),
    LETTERS_LET_GO(Audience.STAFF),
    LETTER_DROPPED(Audience.STAFF),
    CUSTOMER_WROTE(Audience.CUSTOMER, Order.UNTOLD),
    PERSON_WISHED(Audience.SYSTEMS, Order.UNTOLD),
    NO_REPLY(Audience.SYSTEMS, Order.UNTOLD),
    NO_REPLY_NEEDED(Audience.SYSTEMS, Order.UNTOLD),
    MESSAGE_READ(Audience.STAFF),
    NO_FOLLOW_UP(Audience.SYSTEMS),
    FOLLOW_UP_ANSWERED(Audience.SYSTEMS, Order.UNTOLD),
    NOT_SETTLED(Audience.CUSTOMER, Order.UNTOLD),
    WITHDRAWAL_REQUESTED(Audience.SYSTEMS, Order.UNTOLD),
    REOPENED(Audience.SYSTEMS, Order.UNTOLD),
    CLOSED(Audience.CUSTOMER, Order.UNTOLD),

    // Time.
    PROMISE_IN_DANGER(Audience.SYSTEMS),
    PROMISE_BROKEN(Audience.SYSTEMS),
    RUNG_CLIMBED(Audience.SYSTEMS),
    CALENDAR_CHANGED(Audience.SYSTEMS),
    LEGAL_EVENT(Audience.SYSTEMS),
    LEGAL_CLOCK_STARTED(Audience.SYSTEMS),
    LEGAL_CLOCK_MET(Audience.SYSTEMS),
    LEGAL_CLOCK_STOPPED(Audience.SYSTEMS),

    // Who works on it.
    TEAM_CHANGED(Audience.STAFF),
    NOBODY_SPEAKS(Audience.STAFF),
    HAD_IT_BEFORE(Audience.STAFF),
    GIVEN_BACK(Audience.STAFF),
    HANDED_OVER(Audience.STAFF),
    ATTENTION(Audience.STAFF),
    NOT_TOLD(Audience.SYSTEMS),
    NOBODY_TO_TELL(Audience.STAFF),
    STANDS_STILL(Audience.STAFF),
    MOVES_AGAIN(Audience.STAFF),
    MENDED(Audience.STAFF),
    MIGRATED(Audience.STAFF),

    // Danger to people, and complaints about our own.
    DANGER_FOUND(Audience.STAFF),
    DANGER_SAID(Audience.STAFF),
    DANGER_CLAIMED(Audience.STAFF),
    DANGER_PUT_BACK(Audience.STAFF),
    DANGER_ALARM(Audience.STAFF),
    SAFETY_RECORD(Audience.STAFF),
    SHIELDED(Audience.STAFF),
    ACCUSED_NAMED(Audience.STAFF),
    SHIELD_LIFTED(Audience.STAFF);

    /** Whether an entry says, or shows by being there, what was found of an order. */
    private enum Order {
        TOLD,
        UNTOLD
    }

    private final Audience audience;
    private final Order order;

    TimelineKind(Audience audience) {
        this(audience, Order.TOLD);
    }

    TimelineKind(Audience audience, Order order) {
        this.audience = audience;
        this.order = order;
    }

    /** The kind that is stored by this word; empty where none is. */
    public static Optional<TimelineKind> of(String word) {
        return EnumWords.constant(TimelineKind.class, word);
    }

    /** As it stands in the database, at the API and in reports; never changed once it is written. */
    public String word() {
        return EnumWords.word(this);
    }

    /** Whom it is meant for; others who may read it are those of {@link Audience#mayRead}. */
    public Audience audience() {
        return audience;
    }

    /** Whether only those may read it who may know of the order. */
    public boolean tellsOfOrder() {
        return order == Order.TOLD;
    }
}
