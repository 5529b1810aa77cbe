package io.redress.people.security;

import io.redress.people.visibility.VisibleCases;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks {@link ApiDoors} in front of every operation of the API, before anything of the request is read. */
@Component
class ApiDoorCheck implements HandlerInterceptor, WebMvcConfigurer {

    private final VisibleCases cases;

    ApiDoorCheck(VisibleCases cases) {
        this.cases = cases;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // OPTIONS is answered by Spring MVC itself, with the methods that an address takes.
        boolean ours = handler instanceof HandlerMethod
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !request.getMethod().equals("OPTIONS");
        if (ours) {
            String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
            // Which operation it is Spring MVC has found already; matching once more could find another.
            String operation = method + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            ApiDoors.Door door = ApiDoors.door(operation)
                    .orElseThrow(() -> new AccessDeniedException("No line of ApiDoors says who may call " + operation));
            check(door, request);
        }
        return true;
    }

    private void check(ApiDoors.Door door, HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        Set<String> groups = AuthorityUtils.authorityListToSet(login.getAuthorities());
        if (door.callers().include(groups)) {
            return;
        }
        if (door.afterCase()) {
            cases.open(caseNumber(request), login.getName());
        }
        throw new AccessDeniedException(door.callers().words() + " may do this.");
    }

    private static String caseNumber(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(((Map<?, ?>) variables).get("caseNumber"));
    }
}
