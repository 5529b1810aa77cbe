package io.redress.insight.casefile;

import io.redress.complaint.timeline.CaseNumber;
import java.util.List;

/** The steps of a case that people are asked to do right now. */
public interface OpenSteps {

    /** The labels of the case's open tasks as the diagrams name them, oldest first. */
    List<String> of(CaseNumber caseNumber);
}
