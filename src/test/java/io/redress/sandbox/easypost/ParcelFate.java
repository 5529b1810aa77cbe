package io.redress.sandbox.easypost;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the carrier says of a parcel. EasyPost publishes codes {@code EZ1000000001} to {@code EZ7000000007}; codes that
 * begin with {@code SBX} and a fate's two letters are the sandbox's own.
 */
public enum ParcelFate {
    PRE_TRANSIT("EZ1000000001", "PT", "pre_transit", "status_update"),
    IN_TRANSIT("EZ2000000002", "IT", "in_transit", "arrived_at_facility"),
    OUT_FOR_DELIVERY("EZ3000000003", "OD", "out_for_delivery", "out_for_delivery"),
    DELIVERED("EZ4000000004", "DN", "delivered", "arrived_at_destination"),
    RETURN_TO_SENDER("EZ5000000005", "RS", "return_to_sender", "return"),
    FAILURE("EZ6000000006", "FA", "failure", "failure"),
    UNKNOWN("EZ7000000007", "UN", "unknown", "unknown"),
    /** Ours: delivered, and somebody signed. */
    SIGNED_FOR(null, "DS", "delivered", "arrived_at_destination"),
    /** Ours: the carrier itself says that it lost the parcel; EasyPost knows that only as a detail. */
    LOST(null, "LO", "failure", "lost"),
    /** Ours: a parcel that moves as the clock does, from label over transit to the door. */
    MOVING(null, "MV", "pre_transit", "status_update");

    static final String MARK = "SBX";

    private static final Duration FIRST_SCAN = Duration.ofHours(6);
    private static final Duration AT_THE_DOOR = Duration.ofDays(2);

    private final String testCode;
    private final String letters;
    private final String status;
    private final String detail;

    ParcelFate(String testCode, String letters, String status, String detail) {
        this.testCode = testCode;
        this.letters = letters;
        this.status = status;
        this.detail = detail;
    }

    /** The fate a tracking code stands for; a foreign code is {@link #UNKNOWN}. */
    public static ParcelFate of(String trackingCode) {
        return Stream.of(values())
                .filter(fate -> trackingCode.equals(fate.testCode) || trackingCode.startsWith(MARK + fate.letters))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** As the control API spells it; {@link IllegalArgumentException} names the choices. */
    public static ParcelFate named(String name) {
        return Stream.of(values())
                .filter(fate -> fate.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("state must be one of "
                        + Stream.of(values())
                                .map(fate -> fate.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    /** A tracking code that stands for this fate. */
    public String code(String digits) {
        return MARK + letters + digits;
    }

    /** What it has come to after the given time under way. */
    ParcelFate after(Duration underway) {
        if (this != MOVING) {
            return this;
        }
        return underway.compareTo(FIRST_SCAN) < 0
                ? PRE_TRANSIT
                : underway.compareTo(AT_THE_DOOR) < 0 ? IN_TRANSIT : DELIVERED;
    }

    String status() {
        return status;
    }

    String detail() {
        return detail;
    }
}
