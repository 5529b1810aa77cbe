package io.redress.remedy.ledger;

/** The failure of a remedy that cannot be made in this way; a person finds another one. */
public class RemedyFailed extends RuntimeException {

    public RemedyFailed(String message) {
        super(message);
    }
}
