package io.redress.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** The facts a decision table is asked about, by variable name; every change makes a new set of facts. */
record Facts(Map<String, Object> values) {

    static Facts of(String name, Object value) {
        return new Facts(Map.of()).with(name, value);
    }

    Facts with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Facts(changed);
    }
}
