package io.redress.redesign.lint;

/** How grave a finding is. */
public enum Severity {
    /** Customers, money or the system would suffer: it is not let in. */
    ERROR,
    /** It may be meant: it is let in, and said. */
    WARNING
}
