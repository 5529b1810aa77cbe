package io.redress.verification.safety;

import io.redress.complaint.file.Complaint;

/** The articles that a complaint is about, as far as they are known. */
public interface KnownArticles {

    /** Number and description of each affected article; empty where none is known. */
    String of(Complaint complaint);
}
