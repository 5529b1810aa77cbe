package io.redress.intake.page.web;

import io.redress.conversation.letter.LetterFact;
import java.util.List;
import java.util.Locale;

/**
 * The customer's view of their case. Times and amounts are ready to be read; what the reader must not see is not in it.
 *
 * @param token the part of the page's address that stands for the case
 * @param status a word of the contract, for which there is a sentence in {@code messages/case.properties}
 * @param question what we want to know of the customer; {@code null} where nothing is asked
 * @param reading by when somebody reads what the customer wrote after the end; {@code null} where nothing is to be read
 * @param automatic whether the decision that the reader knows was made by rules, without a person's verdict
 * @param formId marks what is sent from this page, so that a second click sends nothing twice
 */
record TrackingPage(
        Locale locale,
        String token,
        String caseNumber,
        String status,
        List<Promise> promises,
        List<LetterFact> remedies,
        List<Entry> conversation,
        Reading reading,
        Question question,
        boolean mayWithdraw,
        boolean asksFeedback,
        boolean automatic,
        String formId) {

    /**
     * A question that waits for the customer's answer.
     *
     * @param withheld whether it is not shown, because it is not certain who reads the page
     */
    record Question(String when, String words, boolean withheld) {}

    /**
     * @param state {@code kept}, {@code open}, {@code late}, or {@code paused} while it waits for the customer's answer
     */
    record Promise(String kind, String state, String when) {}

    /** @param state {@code open} or {@code late} */
    record Reading(String state, String by) {}

    /**
     * @param from the name of who speaks, {@code null} for us without a name
     * @param withheld whether what was said is not shown, because it is not certain who reads the page
     */
    record Entry(boolean fromCustomer, String from, String when, String words, boolean withheld) {}
}
