package io.redress.engine.task;

import java.util.Optional;

/** Of whose cases somebody is given the tasks, beside their rights in the engine. */
@FunctionalInterface
public interface TaskSight {

    /** The cases that a login sees; empty where none is kept from it. */
    Optional<SeenCases> of(String login);
}
