package io.redress.engine.step;

/**
 * A duty towards customers or the house that a step fulfils, whatever the step is called. The check of a diagram asks
 * that each is fulfilled where it has to be.
 */
public enum Duty {
    /** Gives the complaint its number and stores it. */
    REGISTERS,
    /** Tells the customer that the complaint has arrived, what happens next and by when. */
    ACKNOWLEDGES,
    /** Decides what is given; what another person allowed before counts no more. */
    DECIDES,
    /** Asks whether another person has to agree. */
    CHECKS_AUTHORITY,
    /** Takes another person's answer whether they agree. */
    APPROVES,
    /** Sends money. */
    MOVES_MONEY,
    /** Sends goods, or has them sent. */
    MOVES_GOODS,
    /** Explains the decision to the customer. */
    EXPLAINS,
    /** Closes the case for one of the reasons for which no answer is owed. */
    OWES_NO_ANSWER,
    /** Confirms to the customer that the complaint is withdrawn. */
    CONFIRMS_WITHDRAWAL,
    /** Climbs the ladder of what is overdue. */
    CLIMBS_LADDER
}
