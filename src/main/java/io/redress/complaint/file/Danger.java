package io.redress.complaint.file;

/**
 * The danger to people that a complaint speaks of: whether somebody is or may be hurt, ill, threatened or otherwise in
 * danger.
 */
public enum Danger {
    NONE,
    /** It may be so; a person says whether it is. */
    POSSIBLE,
    CERTAIN;

    /** The graver of the two. */
    public Danger or(Danger other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
