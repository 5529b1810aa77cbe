package io.redress.conversation.letter;

import io.redress.time.clock.ClockKind;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of message: why something is written, and which promises are kept by it. */
public enum MessageKind {
    ACKNOWLEDGEMENT(ClockKind.ACKNOWLEDGEMENT),
    /** The complaint is looked at again, by somebody else. */
    REOPENED(ClockKind.ACKNOWLEDGEMENT),
    /** We need longer, and until when. */
    HOLDING,
    /** Whoever is asked knows that the complaint has arrived. */
    QUESTION(ClockKind.ACKNOWLEDGEMENT, ClockKind.FIRST_ANSWER, ClockKind.HOLDING),
    REMINDER,
    DECISION(ClockKind.FIRST_ANSWER, ClockKind.HOLDING, ClockKind.RESOLUTION),
    /** Something that was explained as done came back, and was done in another way. */
    CORRECTION,
    /** A replacement that was explained as sent did not arrive. */
    PARCEL_REPLACED,
    /** How goods come back to us. */
    WAY_BACK,
    /** Goods have not come back yet. */
    RETURN_REMINDER,
    /** What came of money that waited for goods. */
    RETURN_OUTCOME,
    FOLLOW_UP,
    WITHDRAWAL(ClockKind.FIRST_ANSWER, ClockKind.HOLDING, ClockKind.RESOLUTION),
    FINAL_ANSWER(ClockKind.FIRST_ANSWER, ClockKind.NEXT_ANSWER, ClockKind.HOLDING, ClockKind.RESOLUTION),
    REPLY(ClockKind.FIRST_ANSWER, ClockKind.NEXT_ANSWER, ClockKind.HOLDING),
    /** What the customer wrote. */
    CUSTOMER,
    /** What a member of staff has to know. */
    ALERT;

    private static final Set<MessageKind> ABOUT_ORDER =
            EnumSet.of(DECISION, CORRECTION, PARCEL_REPLACED, WAY_BACK, RETURN_REMINDER, RETURN_OUTCOME);

    private final Set<ClockKind> meets;

    MessageKind(ClockKind... meets) {
        this.meets = Set.of(meets);
    }

    /** Whether little would be left of it without what it says about the order. */
    public boolean isAboutOrder() {
        return ABOUT_ORDER.contains(this);
    }

    /** Whether a person writes and sends it on purpose, so that it goes out although letters are held. */
    public boolean isWrittenOnPurpose() {
        return this == REPLY;
    }

    /** The clocks that stop once the customer has it. */
    public Set<ClockKind> meets() {
        return meets;
    }
}
