package io.redress.people.casedoor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The addresses of the engine's lists whose rows belong to cases, of the counts of such lists, and of what only gives
 * totals over cases.
 */
final class CaseLists {

    private static final List<PathPattern> LISTS = patterns(
            "/task",
            "/filter/*/list",
            "/process-instance",
            "/execution",
            "/variable-instance",
            "/incident",
            "/job",
            "/external-task",
            "/event-subscription",
            "/case-instance",
            "/case-execution",
            "/history/task",
            "/history/process-instance",
            "/history/activity-instance",
            "/history/variable-instance",
            "/history/detail",
            "/history/incident",
            "/history/job-log",
            "/history/external-task-log",
            "/history/decision-instance",
            "/history/user-operation",
            "/history/identity-link-log",
            "/history/case-instance",
            "/history/case-activity-instance",
            "/~cockpit/plugin/base/*/process-instance",
            "/~cockpit/plugin/base/*/incident");

    /** Addresses that tell how many cases there are and not which; hidden ones could not be left out of the number. */
    private static final List<PathPattern> SUMS = patterns(
            "/**/statistics",
            "/**/statistics-count",
            "/**/statistics/**",
            "/**/report",
            "/**/report/**",
            "/**/called-process-instances/count",
            "/history/cleanup/**");

    /** Addresses whose answers belong to no case, though they are counts or no JSON. */
    private static final List<PathPattern> NO_CASES = patterns(
            "/",
            "/engine",
            "/engine/**",
            "/version",
            "/identity/**",
            "/filter",
            "/filter/count",
            "/filter/*",
            "/process-definition/**",
            "/decision-definition/**",
            "/decision-requirements-definition/**",
            "/case-definition/**",
            "/deployment/**",
            "/user/**",
            "/group/**",
            "/tenant/**",
            "/authorization/**",
            "/~admin/**",
            "/~welcome/**",
            "/~tasklist/plugin/*/static/**",
            "/~cockpit/plugin/*/static/**");

    private CaseLists() {}

    static boolean isList(String path) {
        return matches(LISTS, path);
    }

    /** Whether an address gives tasks or how many there are: a list, or filters with the number of their tasks. */
    static boolean isOfTasks(String path) {
        return path.matches("/task(/count)?|/filter(/[^/]+(/list|/count)?)?");
    }

    /** The list whose rows an address counts. */
    static Optional<String> countedBy(String path) {
        if (path.matches("/filter/[^/]+/count")) {
            return Optional.of(path.substring(0, path.length() - "count".length()) + "list");
        }
        return Optional.of(path)
                .filter(one -> one.endsWith("/count"))
                .map(one -> one.substring(0, one.length() - "/count".length()))
                .filter(CaseLists::isList);
    }

    static boolean isSum(String path) {
        return matches(SUMS, path);
    }

    static boolean isOfNoCase(String path) {
        return matches(NO_CASES, path) && !isSum(path);
    }

    private static boolean matches(List<PathPattern> patterns, String path) {
        var parsed = PathContainer.parsePath(path);
        return patterns.stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    private static List<PathPattern> patterns(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> spelledOut(path).stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** A pattern begins with no double star, so it is spelled out for the depths that the engine's addresses have. */
    private static List<String> spelledOut(String path) {
        if (!path.startsWith("/**/")) {
            return List.of(path);
        }
        var rest = path.substring("/**".length());
        return Arrays.asList("/*", "/*/*", "/*/*/*", "/*/*/*/*", "/*/*/*/*/*", "/*/*/*/*/*/*").stream()
                .map(start -> start + rest)
                .toList();
    }
}
