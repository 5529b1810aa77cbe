package io.redress.complaint.recognition;

import io.redress.complaint.timeline.CaseNumber;

/**
 * The event that words of a customer were stored with a case, and what they mean; published in the transaction that
 * stores them.
 */
public record TextRecognised(CaseNumber caseNumber, RecognitionResult recognised) {}
