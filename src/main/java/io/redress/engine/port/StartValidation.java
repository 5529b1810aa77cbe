package io.redress.engine.port;

import io.redress.core.input.Problem;
import java.util.List;
import java.util.Map;

/**
 * The check of the variables of a complaint that is started through the engine's own REST interface or from Tasklist.
 */
public interface StartValidation {

    /**
     * Looks at the start variables before anything is stored.
     *
     * @param variables plain values by variable name, as sent; a value may be null or of the wrong type
     * @return what is wrong, empty when the complaint may be registered
     */
    List<Problem> check(Map<String, Object> variables);
}
