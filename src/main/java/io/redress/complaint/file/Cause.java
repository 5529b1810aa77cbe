package io.redress.complaint.file;

/** Where a complaint came from, as found out: the value delivered, a system, or people. */
public enum Cause {
    VALUE,
    SYSTEM,
    PEOPLE
}
