package io.redress.verification.safety;

import io.redress.complaint.file.Complaint;

/** What a complaint is about, as far as it is known. */
public interface KnownArticles {

    /** Number and description of each affected article; empty where none is known. */
    String of(Complaint complaint);
}
