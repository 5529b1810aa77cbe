package io.redress.complaint;

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
