package io.redress.story;

import java.util.Map;
import java.util.Set;

/**
 * What became of a case.
 *
 * @param harms what must not happen to any, whatever a manager decides
 * @param facts what a customer, a provider or a colleague could tell of it
 * @param processes the keys of the processes that it came by
 * @param tasks the names of the tasks that people had
 * @param steps the ids of the steps that it came by
 */
record Course(
        Scenario scenario,
        Set<String> harms,
        Map<String, Object> facts,
        Set<String> processes,
        Set<String> tasks,
        Set<String> steps) {}
