package io.redress.bench;

/**
 * What was measured in one turn of one side.
 *
 * @param side whose turn it was
 * @param cases how many cases it got
 * @param seconds until nothing was left to do, work that was put off included
 * @param secondsToFollowUp until the last case waited for its follow-up
 * @param secondsOfIntake until the last case was accepted
 * @param intake milliseconds until each was accepted
 * @param idle milliseconds from filing until the follow-up, of cases that were alone; they are not among the others
 * @param usage what that took
 */
record Slice(
        String side,
        int cases,
        double seconds,
        double secondsToFollowUp,
        double secondsOfIntake,
        double[] intake,
        double[] idle,
        Usage usage) {

    /** A share of each case. */
    double each(double total) {
        return total / cases;
    }
}
