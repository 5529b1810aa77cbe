package io.redress.people.assignment;

import io.redress.complaint.timeline.CaseNumber;

/**
 * The event that somebody who had a case when it failed has it again, because nobody else is there.
 *
 * @param sentence what leads are told, in English
 */
public record HeldAgain(CaseNumber caseNumber, int round, String sentence) {}
