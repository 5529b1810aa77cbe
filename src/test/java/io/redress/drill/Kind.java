package io.redress.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.sandbox.state.Json;
import io.redress.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    TWO_WANTED("R-1009", "billed_twice", "verifying", "Verify complaint", 1),
    /** The shop holds the payment itself, and gives it back. */
    PAID_BY_SHOP("[{'provider':'shop'}]", "not_received", "waiting_for_follow_up", null, 3),
    /** Each gives its part back. */
    PAID_BY_TWO(
            "[{'provider':'stripe','amount':'40.00'},{'provider':'shop','amount':'15.00','refundsEnd':'pending'}]",
            "not_received",
            "waiting_for_follow_up",
            null,
            3);

    private static final String OWN_ORDER = """
            {'order': {'customer': {'name': 'Dana Drill', 'email': 'dana.drill+%d@example.com', 'locale': 'en'},
                       'paymentMethod': 'online', 'deliveryFee': '5.00',
                       'items': [{'sku': 'CUP', 'unitPrice': '12.50', 'quantity': 2}, {'sku': 'PAN', 'unitPrice': '25.00'}]},
             'parcels': [{'state': 'lost'}], 'payments': %s}""";

    private static final Set<Kind> REFUNDED =
            EnumSet.of(LOST_PARCEL, ONE_OF_THREE, NO_STOCK, BILLED_TWICE, PAID_BY_SHOP, PAID_BY_TWO);

    /** The sandbox's order that is copied, or how one of the drill's own was paid. */
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

    /** Has an order placed that the complaint is about: a copy of the sandbox's, or one of the drill's own. */
    JsonNode place(World world, int number) {
        return order.startsWith("R-")
                ? world.copy(order).orElseThrow()
                : world.place(Json.parse(
                        OWN_ORDER.formatted(number, order).replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
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
            case REFUND -> REFUNDED.contains(this);
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
