package io.redress.remedy.ledger;

/** A remedy cannot be had this way; a person finds another one. */
public class RemedyFailed extends RuntimeException {

    public RemedyFailed(String message) {
        super(message);
    }
}
