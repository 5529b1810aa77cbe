package io.redress.time.ladder;

/**
 * One step of the escalation ladder.
 *
 * @param name unique among the rungs of a clock
 * @param percent how much of the clock's budget is used up when it is climbed; may be over 100
 * @param repeatEvery after how many more percent it is climbed again, until what is owed has happened; 0 for once
 * @param audience who hears of it: {@code owner}, {@code asked} (for advice), {@code team}, {@code leads} or
 *     {@code managers}
 * @param last whether none is higher
 * @param anyHour whether people hear of it at any hour; of the last one they always do
 */
public record Rung(
        String name, int percent, int repeatEvery, Action action, String audience, boolean last, boolean anyHour) {

    public Rung {
        anyHour = last || anyHour;
    }

    /** What happens at a rung, besides that somebody hears of it. */
    public enum Action {
        REMIND,
        RAISE_PRIORITY,
        REASSIGN,
        /** What a colleague was asked goes back to who asked. */
        HAND_BACK,
        TELL_LEAD,
        TELL_MANAGER
    }

    /** What the n-th climbing of it is remembered by. @param turn 0 for the first */
    public String claim(int turn) {
        return turn == 0 ? name : name + " " + (turn + 1);
    }

    /** How much of the budget is used up at the n-th climbing. @param turn 0 for the first */
    public int percentAt(int turn) {
        return percent + turn * repeatEvery;
    }
}
