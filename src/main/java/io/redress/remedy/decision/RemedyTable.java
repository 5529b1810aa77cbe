package io.redress.remedy.decision;

import io.redress.remedy.decision.Decisions.TableAnswer;
import java.util.Map;

/** The table {@code processes/remedy.dmn}, for those who ask it outside of the diagram. */
public interface RemedyTable {

    /**
     * What the table that is deployed now answers.
     *
     * @param facts its inputs by name, as {@link RemedyFacts} gives them
     * @throws IllegalStateException where no row fits
     */
    TableAnswer ask(Map<String, Object> facts);
}
