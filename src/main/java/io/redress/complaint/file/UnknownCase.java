package io.redress.complaint.file;

/** The exception for a case that does not exist, or that the asker must not see: both look the same from outside. */
public class UnknownCase extends RuntimeException {

    public UnknownCase(String caseNumber) {
        super("There is no case " + caseNumber + ".");
    }
}
