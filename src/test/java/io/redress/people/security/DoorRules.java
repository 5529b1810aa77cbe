package io.redress.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The rule that somebody says of each operation below {@code /api} who may call it. */
public final class DoorRules {

    private DoorRules() {}

    /** The operations below {@code /api} that Spring MVC knows. */
    public static Set<String> mapped(RequestMappingHandlerMapping mappings) {
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api"))
                .forEach(path -> {
                    assertThat(mapping.getMethodsCondition().getMethods())
                            .as("the method of %s", path)
                            .isNotEmpty();
                    mapping.getMethodsCondition().getMethods().forEach(method -> mapped.add(method + " " + path));
                }));
        return mapped;
    }

    /** Fails for operations without a line in {@link ApiDoors}. */
    public static void requireLines(Collection<String> operations) {
        assertThat(operations)
                .as("operations below /api, of which some have nobody who said who may call them: add a line to"
                        + " ApiDoors, and one to the table in ApiDoorsTest")
                .isSubsetOf(ApiDoors.operations());
    }
}
