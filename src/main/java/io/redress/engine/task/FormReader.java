package io.redress.engine.task;

/** Whoever takes what was entered in a form, and says which fields it reads. */
public interface FormReader {

    /** The form. */
    ReadForm form();
}
