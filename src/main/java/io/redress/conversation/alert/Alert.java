package io.redress.conversation.alert;

import io.redress.complaint.timeline.CaseNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert: something that a member of staff has to know.
 *
 * @param id {@code null} while it has no row
 * @param dedup what makes it the same alert to the same person, in its case
 * @param person whose alert it is, {@code null} where the login is not known
 * @param clockId the clock that it is about, {@code null} where it is about none
 * @param dueAt when that clock is due, {@code null} where there is none
 * @param notBefore the first instant at which the person may hear of it
 */
record Alert(
        UUID id,
        CaseNumber caseNumber,
        int round,
        String dedup,
        String recipient,
        String person,
        Long clockId,
        Instant dueAt,
        String subject,
        String words,
        Instant notBefore) {}
