package io.redress.deadline;

import io.redress.complaint.Complaint;
import java.util.Map;

/** The table that says how much time we give ourselves. */
public interface ServiceLevels {

    /** What each clock of ours is given in this case, as far as it is known today; complete. */
    Map<ClockKind, Allowance> of(Complaint complaint);
}
