package io.redress.complaint.file;

/** The cause of a complaint, as found out: the value delivered, a system, or people. */
public enum Cause {
    VALUE,
    SYSTEM,
    PEOPLE
}
