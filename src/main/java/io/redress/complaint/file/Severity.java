package io.redress.complaint.file;

/** The amount of harm that a complaint speaks of. */
public enum Severity {
    LOW,
    NORMAL,
    HIGH,
    CRITICAL
}
