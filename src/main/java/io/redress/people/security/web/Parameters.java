package io.redress.people.security.web;

import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The check that refuses what an endpoint of our API would otherwise silently ignore: parameters in the address that
 * the method behind it does not take, and null characters, which no database stores. A method that takes all parameters
 * as a map decides itself.
 */
@Component
class Parameters implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Set<String> sent = sent(request);
            refuse(unknown(method, sent));
            refuse(withNull(request, sent));
        }
        return true;
    }

    private static Set<String> sent(HttpServletRequest request) {
        return request.getQueryString() == null
                ? Set.of()
                : UriComponentsBuilder.newInstance()
                        .query(request.getQueryString())
                        .build()
                        .getQueryParams()
                        .keySet();
    }

    private static List<Problem> unknown(HandlerMethod method, Set<String> sent) {
        List<MethodParameter> taken = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .toList();
        if (taken.stream().anyMatch(parameter -> Map.class.isAssignableFrom(parameter.getParameterType()))) {
            return List.of();
        }
        Set<String> known = taken.stream().map(Parameters::name).collect(Collectors.toSet());
        String words = known.isEmpty()
                ? "None is."
                : "Known are " + known.stream().sorted().collect(Collectors.joining(", ")) + ".";
        return sent.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Problem(name, "This parameter is not known here. " + words))
                .toList();
    }

    private static String name(MethodParameter parameter) {
        RequestParam taken = AnnotatedElementUtils.getMergedAnnotation(parameter.getParameter(), RequestParam.class);
        String name = taken == null ? "" : taken.name();
        return name.isEmpty() ? parameter.getParameter().getName() : name;
    }

    private static List<Problem> withNull(HttpServletRequest request, Set<String> sent) {
        return sent.stream()
                .filter(name -> request.getParameterValues(name) != null)
                .filter(name ->
                        Arrays.stream(request.getParameterValues(name)).anyMatch(value -> value.indexOf('\0') >= 0))
                .map(name -> new Problem(name, "Must not contain the character NUL."))
                .toList();
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
    }
}
