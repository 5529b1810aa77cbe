package io.redress.complaint.file;

/** The way a complaint came in. */
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
