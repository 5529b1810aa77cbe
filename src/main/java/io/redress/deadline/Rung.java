package io.redress.deadline;

/**
 * One step of the escalation ladder.
 *
 * @param name unique among the rungs of a kind of clock
 * @param percent how much of the clock's budget is used up when it is climbed; may be over 100
 * @param audience who hears of it: {@code owner}, {@code team}, {@code leads} or {@code managers}
 */
public record Rung(String name, int percent, Action action, String audience) {

    /** What happens at a rung, besides that somebody hears of it. */
    public enum Action {
        REMIND,
        RAISE_PRIORITY,
        REASSIGN,
        TELL_LEAD,
        TELL_MANAGER
    }
}
