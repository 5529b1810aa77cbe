package io.redress.drill;

import java.util.List;
import java.util.Locale;

/** A kind of complaint, by the order it is about, and how its case has to end when no person does anything. */
enum Kind {
    LOST_PARCEL("R-1001", "not_received", "waiting_for_follow_up", null, 6),
    /** Two people of one household, at the same moment: the order is made good once, and a person sees the other case. */
    ASKED_TWICE("R-1001", "not_received", "waiting_for_follow_up", "Verify complaint", 1),
    BILLED_TWICE("R-1002", "billed_twice", "waiting_for_follow_up", null, 3),
    FAILS_AGAIN("R-1003", "defective", "waiting_for_follow_up", null, 3),
    SIGNED_FOR("R-1004", "not_received", "verifying", "Verify complaint", 1),
    /** The refund is accepted and comes back in the end, so a person has to find another way. */
    REFUND_RETURNS("R-1005", "not_received", "waiting_for_follow_up", "Resolve by hand", 1),
    NO_STOCK("R-1006", "not_received", "waiting_for_follow_up", null, 2),
    ABOVE_AUTHORITY("R-1007", "not_received", "waiting_for_approval", "Approve remedy", 1),
    ONE_OF_THREE("R-1008", "not_received", "waiting_for_follow_up", null, 5),
    TWO_WANTED("R-1009", "billed_twice", "verifying", "Verify complaint", 1);

    private final String order;
    private final String claim;
    private final String status;
    private final String task;
    private final int share;

    Kind(String order, String claim, String status, String task, int share) {
        this.order = order;
        this.claim = claim;
        this.status = status;
        this.task = task;
        this.share = share;
    }

    /** The sandbox's order that is copied. */
    String order() {
        return order;
    }

    String claim() {
        return claim;
    }

    /** How many complaints are filed about the order. */
    int complaints() {
        return this == ASKED_TWICE ? 2 : 1;
    }

    /** Where the cases come to rest, sorted. */
    List<String> statuses() {
        return this == ASKED_TWICE ? List.of("verifying", status) : List.of(status);
    }

    /** The one task that then waits for a person, or null. */
    String task() {
        return task;
    }

    /** How often it is drawn, relative to the others. */
    int share() {
        return share;
    }

    /** Whether the customer is told a decision; where a person still has to decide, only that we have the complaint. */
    boolean isDecided() {
        return status.equals("waiting_for_follow_up");
    }

    /** What shall happen to such a complaint sooner or later. */
    boolean leadsTo(Action action) {
        return switch (action) {
            case REFUND -> this == LOST_PARCEL || this == ONE_OF_THREE || this == NO_STOCK || this == BILLED_TWICE;
            case REPLACEMENT -> this == LOST_PARCEL || this == ONE_OF_THREE || this == FAILS_AGAIN;
            case CREDIT -> this == FAILS_AGAIN;
            case CANCELLATION -> this == BILLED_TWICE;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
