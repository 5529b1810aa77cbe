package io.redress.complaint.file;

/** How much harm a complaint speaks of. */
public enum Severity {
    LOW,
    NORMAL,
    HIGH,
    CRITICAL
}
