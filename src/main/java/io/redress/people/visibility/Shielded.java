package io.redress.people.visibility;

import io.redress.complaint.file.Complaint;

/**
 * Said in the transaction in which a complaint is recognised as one about our staff.
 *
 * @param why by which words, as a sentence without its full stop
 * @param times how often that has happened in this case
 */
public record Shielded(Complaint complaint, String why, int times) {}
