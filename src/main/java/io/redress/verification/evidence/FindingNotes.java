package io.redress.verification.evidence;

import java.util.ArrayList;
import java.util.List;

/** The collector of findings while evidence is gathered. */
public class FindingNotes {

    public record Note(String subject, String verdict, String text) {}

    private final List<Note> notes = new ArrayList<>();
    private boolean complete = true;

    public void supports(String subject, String text) {
        notes.add(new Note(subject, "supports", text));
    }

    public void contradicts(String subject, String text) {
        notes.add(new Note(subject, "contradicts", text));
    }

    public void open(String subject, String text) {
        notes.add(new Note(subject, "open", text));
    }

    /** Notes that somebody who had to be asked gave no answer. */
    public void unanswered(String subject, String text) {
        complete = false;
        open(subject, text);
    }

    /** Takes over what supports a claim that nobody has made. */
    public void adoptSupport(FindingNotes supposed) {
        supposed.notes.stream()
                .filter(note -> note.verdict().equals("supports") && !notes.contains(note))
                .forEach(notes::add);
    }

    public boolean isComplete() {
        return complete;
    }

    public List<Note> all() {
        return notes;
    }
}
