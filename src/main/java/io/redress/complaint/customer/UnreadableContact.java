package io.redress.complaint.customer;

/**
 * A contact that was given and cannot be read. It is kept as it was given, so that a person can make sense of it, and
 * is used for nothing else.
 *
 * @param field {@code email} or {@code phone}
 * @param expected one sentence that says what can be read
 */
public record UnreadableContact(String field, String expected) {

    /** The warning for the sender where the complaint was accepted all the same. */
    public String warning() {
        return expected + " It is kept as it was given, and nothing is sent there.";
    }
}
