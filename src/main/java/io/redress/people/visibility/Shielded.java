package io.redress.people.visibility;

import io.redress.complaint.file.Complaint;

/**
 * The event that a complaint is recognised as one about our staff, published in the transaction in which that happens.
 *
 * @param why by which words, as a sentence without its full stop
 * @param times how often that has happened in this case
 */
public record Shielded(Complaint complaint, String why, int times) {}
