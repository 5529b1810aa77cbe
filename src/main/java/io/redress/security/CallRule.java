package io.redress.security;

/** Something every call to the engine's REST interface is checked for, whoever makes it. */
interface CallRule {

    /**
     * Looks at the call before the engine sees it.
     *
     * @throws Refused if the engine must not see it
     */
    void check(EngineCall call);
}
