package io.redress.complaint.file;

/**
 * The event that a case was opened, or has another status. It is published in the transaction in which that happens, so that
 * whoever tells others of it tells it together with the move or not at all.
 *
 * @param complaint the case as it is now
 * @param from {@code null} where the case is new
 * @param reopened whether its next round has begun
 */
public record ComplaintMoved(Complaint complaint, Status from, boolean reopened) {}
