package io.redress.time.ladder;

import io.redress.time.clock.ClockKind;
import java.util.List;

/** The table that says which rungs a clock has. */
public interface Rungs {

    /** The rungs of a kind of clock, lowest first. @param ladder the ladder that its service level names */
    List<Rung> of(ClockKind kind, String ladder);

    /** The version of the table that is in force; another one as soon as a manager deploys it. */
    String version();
}
