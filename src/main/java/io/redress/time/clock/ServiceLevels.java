package io.redress.time.clock;

import io.redress.complaint.file.Complaint;
import java.util.Map;

/** The table that says how much time we give ourselves. */
public interface ServiceLevels {

    /** In place of a calendar's name: that of the team that serves the case. */
    String TEAM = "team";

    /** What each clock of ours is given in this case, as far as it is known today; complete. */
    Map<ClockKind, Allowance> of(Complaint complaint);
}
