package io.redress.people.guard;

import io.redress.core.staff.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The calls that each group may make to the engine's REST interfaces. Whatever is not listed is refused, so that a call
 * that a later engine adds stays closed until somebody decides about it. The engine's own authorisations apply as well.
 */
public final class AllowedCalls {

    private static final Route[] READING = {
        get(
                "/",
                "/engine",
                "/engine/*",
                "/version",
                "/identity/**",
                "/task/**",
                "/filter/**",
                "/process-definition/**"),
        get("/process-instance/**", "/execution/**", "/variable-instance/**", "/history/**", "/user/**", "/group/**"),
        get("/tenant/**", "/authorization/check", "/decision-definition/**", "/decision-requirements-definition/**"),
        get("/case-definition/**", "/case-instance/**", "/case-execution/**", "/event-subscription/**"),
        get("/~tasklist/**", "/~welcome/**"),
        post("/task", "/task/count", "/filter/*/list", "/filter/*/count", "/filter/*/singleResult"),
        post("/process-instance", "/process-instance/count", "/execution", "/execution/count", "/variable-instance"),
        post("/variable-instance/count", "/history/task", "/history/task/count", "/history/process-instance"),
        post("/history/process-instance/count", "/history/activity-instance", "/history/activity-instance/count"),
        post("/history/variable-instance", "/history/variable-instance/count", "/history/detail"),
        post("/history/detail/count", "/~tasklist/plugin/**", "/identity/password-policy"),
    };

    private static final Route STARTING = post(
            "/process-definition/key/*/start",
            "/process-definition/*/start",
            "/process-definition/key/*/submit-form",
            "/process-definition/*/submit-form");

    private static final Route[] HANDLING = {
        STARTING,
        post("/task/*/claim", "/task/*/unclaim", "/task/*/complete", "/task/*/submit-form", "/task/*/comment/create"),
        put("/user/*/profile", "/user/*/credentials"),
    };

    private static final Route[] LEADING = {
        post("/task/*/assignee", "/task/*/delegate", "/task/*/resolve"),
        post("/task/*/identity-links", "/task/*/identity-links/delete"),
        put("/task/*"),
    };

    private static final Route[] MANAGING = {
        get("/**"),
        post("/deployment/create", "/deployment/*/redeploy", "/filter/create"),
        put("/filter/*"),
        delete("/filter/*"),
        post("/job", "/job/count", "/job/retries", "/job/*/execute", "/job/*/duedate/recalculate"),
        put("/job/**", "/job-definition/**", "/incident/*/annotation", "/process-instance/suspended"),
        delete("/incident/*", "/incident/*/annotation"),
        put("/process-instance/*/suspended", "/process-definition/**", "/batch/*/suspended"),
        post("/process-instance/*/modification", "/process-instance/*/modification-async", "/modification/**"),
        post("/process-instance/job-retries", "/migration/**", "/decision-definition/**"),
        post("/process-instance/*/variables", "/process-instance/*/localVariables", "/execution/*/localVariables"),
        put("/process-instance/*/variables/*", "/execution/*/localVariables/*"),
        post("/history/decision-instance", "/history/incident", "/~cockpit/plugin/**"),
    };

    private static final Route[] SYSTEM = {
        STARTING, get("/engine", "/version", "/process-definition", "/process-definition/key/complaintResolution/**"),
    };

    private static final Route[] EVERYTHING = {new Route(null, patterns("/**"))};

    private static final Map<String, List<Route>> BY_GROUP = Map.of(
            Groups.HANDLERS, all(READING, HANDLING),
            Groups.TEAM_MEMBER, all(READING, HANDLING),
            Groups.LEADS, all(READING, HANDLING, LEADING),
            Groups.MANAGERS, all(READING, HANDLING, LEADING, MANAGING),
            Groups.SYSTEMS, all(SYSTEM),
            Groups.ADMINISTRATORS, all(EVERYTHING));

    private AllowedCalls() {}

    /** Whether one of the caller's groups may make the call at all. */
    public static boolean permit(EngineCall call) {
        var path = PathContainer.parsePath(call.path());
        return call.groups().stream()
                .flatMap(group -> BY_GROUP.getOrDefault(group, List.of()).stream())
                .anyMatch(route -> route.matches(call.method(), path));
    }

    /** One method, null for any, and the paths it may be used on. */
    private record Route(String method, List<PathPattern> patterns) {

        boolean matches(String calledMethod, PathContainer path) {
            return (method == null || method.equals(asRead(calledMethod)))
                    && patterns.stream().anyMatch(pattern -> pattern.matches(path));
        }

        /** HEAD is a GET without the answer's body, and OPTIONS only tells which methods are allowed. */
        private static String asRead(String called) {
            return called.equals("HEAD") || called.equals("OPTIONS") ? "GET" : called;
        }
    }

    private static Route get(String... paths) {
        return new Route("GET", patterns(paths));
    }

    private static Route post(String... paths) {
        return new Route("POST", patterns(paths));
    }

    private static Route put(String... paths) {
        return new Route("PUT", patterns(paths));
    }

    private static Route delete(String... paths) {
        return new Route("DELETE", patterns(paths));
    }

    private static List<PathPattern> patterns(String... paths) {
        return Arrays.stream(paths)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    private static List<Route> all(Route[]... lists) {
        return new ArrayList<>(Stream.of(lists).flatMap(Stream::of).toList());
    }
}
