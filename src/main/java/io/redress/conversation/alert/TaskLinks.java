package io.redress.conversation.alert;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Collection;
import java.util.Map;

/** The links to where in the web application somebody can act on a case. */
public interface TaskLinks {

    /** The ids of the most urgent open task of each of these cases; without those where nothing waits for a person. */
    Map<CaseNumber, String> openTasks(Collection<CaseNumber> cases);
}
