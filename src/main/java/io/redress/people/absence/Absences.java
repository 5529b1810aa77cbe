package io.redress.people.absence;

/** The process that waits for an absence to begin and to end. */
public interface Absences {

    /** Lets it wait for the first instant, which may be past. */
    void await(Deputyship absence);

    /** Ends it early, whether it has begun or not. */
    void callOff(long deputyshipId);
}
