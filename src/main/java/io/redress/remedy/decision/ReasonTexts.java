package io.redress.remedy.decision;

import java.util.Optional;

/** The texts for the reasons of the remedy table. */
public interface ReasonTexts {

    /** Why a customer could not be told this reason in every language that we write; empty where all is well. */
    Optional<String> missing(TableReason reason);

    /** The reason as staff and systems read it. */
    String inEnglish(TableReason reason);
}
