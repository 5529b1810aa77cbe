package io.redress.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A provider's operations, by method and path. */
public final class Routes {

    /** A request that matched, with the ids its path names. */
    public record Call(Request request, List<String> ids) {
        public String id() {
            return ids.get(0);
        }
    }

    /**
     * One operation.
     *
     * @param template the path with {@code {names}}, as the provider's description writes it
     * @param parameters what it accepts, first level only ({@code payment} for {@code payment[type]})
     */
    public record Route(
            String method, String template, Pattern pattern, Set<String> parameters, Function<Call, Reply> action) {}

    private final List<Route> routes = new ArrayList<>();

    public Routes add(String method, String template, Set<String> parameters, Function<Call, Reply> action) {
        var pattern = Pattern.compile(template.replaceAll("\\{[^}]+}", "([^/]+)"));
        routes.add(new Route(method, template, pattern, parameters, action));
        return this;
    }

    public Routes add(String method, String template, Function<Call, Reply> action) {
        return add(method, template, Set.of(), action);
    }

    public Optional<Route> find(Request request) {
        return routes.stream()
                .filter(route -> route.method().equals(request.method())
                        && route.pattern().matcher(request.path()).matches())
                .findFirst();
    }

    /** Everything that is offered, to be held against the provider's description. */
    public List<Route> all() {
        return List.copyOf(routes);
    }

    /** Calls the route with the ids of the request's path. */
    public static Reply call(Route route, Request request) {
        var matcher = route.pattern().matcher(request.path());
        var ids = new ArrayList<String>();
        if (matcher.matches()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                ids.add(matcher.group(i));
            }
        }
        return route.action().apply(new Call(request, ids));
    }
}
