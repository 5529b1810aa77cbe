package io.redress.redesign.migration;

import org.apache.commons.lang3.StringUtils;

/**
 * An order to move open cases.
 *
 * @param process the key of the process that they run by
 * @param to the id of the version that they are to go to
 * @param from the id of the version whose cases are meant, {@code null} for those of any
 * @param dryRun whether it is tried only
 * @param reason {@code null} where nobody gave one
 */
public record Order(String process, int to, Integer from, boolean dryRun, String reason) {

    /** Without what is only space around words. */
    public Order {
        process = process.strip();
        reason = StringUtils.stripToNull(reason);
    }
}
