package io.redress.intake.takeover;

import java.util.Map;

/**
 * One row of a file as it was read.
 *
 * @param cells by column; what is empty is not there
 */
record ImportLine(int row, Map<String, String> cells) {}
