package io.redress.people.openapi;

import static org.assertj.core.api.Assertions.assertThat;

/** The rule that the committed description of the API is what the application serves. */
public final class DescriptionRules {

    private static final String REWRITE = "./mvnw -Dtest=ApiDescriptionTest -Dredress.write-api-description verify";

    private DescriptionRules() {}

    /** Fails where the two differ. */
    public static void requireSame(String served, String committed) {
        assertThat(served)
                .as("%s is not what the application serves; rewrite it with %s", Description.FILE, REWRITE)
                .isEqualTo(committed);
    }
}
