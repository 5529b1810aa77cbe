package io.redress.answer.engine;

/** The way in which the engine writes times. */
final class EngineTime {

    static final String PATTERN = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    private EngineTime() {}
}
