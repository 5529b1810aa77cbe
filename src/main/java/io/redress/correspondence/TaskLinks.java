package io.redress.correspondence;

import io.redress.complaint.CaseNumber;
import java.util.Optional;

/** Knows where in the web application somebody can act on a case. */
public interface TaskLinks {

    /** The id of the case's most urgent open task; empty where nothing waits for a person. */
    Optional<String> openTask(CaseNumber caseNumber);
}
