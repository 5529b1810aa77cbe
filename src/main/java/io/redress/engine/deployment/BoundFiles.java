package io.redress.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Diagrams that use the forms, tables and diagrams of their own deployment, and no newer ones. */
public final class BoundFiles {

    private static final Pattern BOUND =
            Pattern.compile("Binding\\s*=\\s*[\"']deployment[\"']|camunda-forms:deployment:");

    private BoundFiles() {}

    /** Whether a file needs those that were deployed with it. */
    public static boolean isBound(byte[] file) {
        return BOUND.matcher(new String(file, StandardCharsets.UTF_8)).find();
    }
}
