package io.redress.intake.takeover;

/**
 * One thing that is wrong with a file of cases.
 *
 * @param row as a spreadsheet counts it: in CSV the first row holds the names of the columns; in JSON the first object is 1
 * @param field the column, {@code row} where it is the row as a whole; never {@code null}
 * @param message one sentence that says what is expected; holds no personal data
 */
public record ImportFault(int row, String field, String message) {

    static final String WHOLE_ROW = "row";
}
