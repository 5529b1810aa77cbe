package io.redress.intake.takeover;

/** The formats in which a file of cases can be written. */
public enum ImportFormat {
    /** Comma, semicolon or tab, with the names of the columns in the first row, UTF-8. */
    CSV,
    /** A list of flat objects, UTF-8. */
    JSON
}
