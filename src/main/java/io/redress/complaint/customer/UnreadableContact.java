package io.redress.complaint.customer;

/**
 * A contact that was given and cannot be read. It is kept as it was given, so that a person can make sense of it, and
 * used for nothing else.
 *
 * @param field {@code email} or {@code phone}
 * @param expected one sentence that says what can be read
 */
public record UnreadableContact(String field, String expected) {

    /** What whoever sent it is told where the complaint was taken all the same. */
    public String warning() {
        return expected + " It is kept as it was given, and nothing is sent there.";
    }
}
