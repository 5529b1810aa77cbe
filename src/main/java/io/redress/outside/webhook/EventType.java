package io.redress.outside.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What other systems can hear of a case. */
public enum EventType {
    COMPLAINT_RECEIVED,
    /** The customer knows that it has arrived; once for each round. */
    COMPLAINT_ACKNOWLEDGED,
    /** It is decided, and approved where somebody has to; once for each decision. */
    COMPLAINT_DECIDED,
    COMPLAINT_CLOSED,
    COMPLAINT_REOPENED,
    /** A message has reached the customer, or has left to them. */
    MESSAGE_SENT,
    REMEDY_SETTLED,
    REMEDY_FAILED,
    PROMISE_MADE,
    PROMISE_KEPT,
    /** Once for each promise: when it is noticed, or when what was promised comes late. */
    PROMISE_BROKEN;

    /** As it stands in an event, such as {@code complaint.received}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The type of a word; empty where there is none. */
    static Optional<EventType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(EventType::word).toList();
    }
}
