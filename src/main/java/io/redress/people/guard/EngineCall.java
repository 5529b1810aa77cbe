package io.redress.people.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redress.core.staff.Groups;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A request to the engine's REST interface, the same whichever address it came in by.
 *
 * @param method the HTTP method in capitals
 * @param path the decoded path behind the door and the engine's name, as in {@code /task/4711/complete}; the web
 *     applications' own parts begin with their name, as in {@code /~cockpit/plugin/...}
 * @param user the login
 * @param groups the groups of the login
 * @param body the JSON body, a missing node where there is none
 */
public record EngineCall(String method, String path, String user, Set<String> groups, JsonNode body) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern DOOR = Pattern.compile("/engine-rest(?:/engine/[^/]+(?=/))?(/.*)?"
            + "|/camunda/api/engine(?:/engine/[^/]+(?=/))?(/.*)?|/camunda/api/([a-z]+)(/.*)?");

    /** The call the request makes, without its body; empty where it is not for the engine. */
    public static Optional<EngineCall> of(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var door = DOOR.matcher(path);
        if (!door.matches()) {
            return Optional.empty();
        }
        var inner = path(door.group(1), door.group(2), door.group(3), door.group(4));
        var login = SecurityContextHolder.getContext().getAuthentication();
        var groups = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of(
                new EngineCall(request.getMethod(), inner, login.getName(), groups, MissingNode.getInstance()));
    }

    public EngineCall with(JsonNode json) {
        return new EngineCall(method, path, user, groups, json);
    }

    /** Whether it only asks, by its method; a query that is sent by POST does not count. */
    public boolean reads() {
        return READING.contains(method);
    }

    public boolean isBy(String group) {
        return groups.contains(group);
    }

    boolean isByAnyOf(Collection<String> some) {
        return some.stream().anyMatch(groups::contains);
    }

    boolean isByAdministrator() {
        return isBy(Groups.ADMINISTRATORS);
    }

    private static String path(String rest, String api, String application, String own) {
        if (application != null) {
            return trim("/~" + application + (own == null ? "" : own));
        }
        return trim(rest != null ? rest : api == null ? "" : api);
    }

    /** The engine treats a trailing slash as nothing. */
    private static String trim(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end == 0 ? "/" : path.substring(0, end);
    }
}
