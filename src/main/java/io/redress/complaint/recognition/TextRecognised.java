package io.redress.complaint.recognition;

import io.redress.complaint.timeline.CaseNumber;

/** Words of a customer that were kept with a case, and what they say; published in the transaction that keeps them. */
public record TextRecognised(CaseNumber caseNumber, RecognitionResult recognised) {}
