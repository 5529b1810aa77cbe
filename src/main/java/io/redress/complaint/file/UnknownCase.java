package io.redress.complaint.file;

/** There is no such case, or it is none of the asker's business: both look the same from outside. */
public class UnknownCase extends RuntimeException {

    public UnknownCase(String caseNumber) {
        super("There is no case " + caseNumber + ".");
    }
}
