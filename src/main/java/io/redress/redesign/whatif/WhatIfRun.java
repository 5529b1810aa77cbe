package io.redress.redesign.whatif;

import io.redress.redesign.tape.Tape.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run of tables that are tried.
 *
 * @param files the names of the files that are tried
 * @param span which cases are looked at
 * @param done how many were looked at
 * @param total how many are to be looked at, 0 as long as that is not known
 * @param why why it failed, {@code null} where it did not
 * @param report {@code null} as long as it is not done
 * @param changedListed how many of the changed cases are listed
 * @param undecidedListed how many of the undecided ones are
 */
public record WhatIfRun(
        UUID id,
        Status status,
        Instant createdAt,
        String createdBy,
        List<String> files,
        Span span,
        long done,
        long total,
        String why,
        WhatIfReport report,
        long changedListed,
        long undecidedListed) {

    /** How far it is. */
    public enum Status {
        /** Waits for a node that is free. */
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether nothing will change any more. */
        public boolean isFinal() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * A case in a list of a run.
     *
     * @param element of an undecided case, the table or fact that it is about
     * @param why of an undecided case
     * @param changes the most important first; of an undecided case, as far as they are known
     * @param money what it came to and would come to, by currency
     */
    public record ListedCase(
            String caseNumber, String element, String why, List<AnswerChange> changes, List<Amount> money) {}

    /** An amount of a case in one currency. */
    public record Amount(String currency, String old, String now) {}

    /** The two lists of a run. */
    public enum CaseList {
        CHANGED,
        UNDECIDED
    }
}
