package io.redress.complaint.file;

/** The channel that a complaint came in by. */
public enum Channel {
    WEB,
    EMAIL,
    PHONE,
    COUNTER,
    CHAT,
    SOCIAL,
    CARRIER,
    PARTNER
}
