package io.redress.complaint.recognition;

/** A topic that words speak of, beside danger, and that changes who handles a case or how it is answered. */
public enum Topic {
    /** Somebody who works for us; not people of carriers and other firms. */
    STAFF,
    LAWYER,
    PRESS,
    AUTHORITY,
    ABUSE
}
