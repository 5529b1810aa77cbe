package io.redress.people.casedoor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/**
 * A request for a list that asks the engine for other rows than its sender did, or for the rows instead of their
 * number.
 */
class RedirectedListRequest extends HttpServletRequestWrapper {

    private final String from;
    private final String to;
    private final String query;
    private final boolean asJson;

    /**
     * @param from the end of the address as it was sent, such as {@code /task/count}
     * @param to the end of the address to ask instead
     * @param rows the query parameters to set
     * @param asJson whether plain JSON is asked for, whatever the sender accepts
     */
    RedirectedListRequest(
            HttpServletRequest request, String from, String to, Map<String, String> rows, boolean asJson) {
        super(request);
        this.from = from;
        this.to = to;
        this.asJson = asJson;
        this.query = Stream.concat(
                        Stream.of(request.getQueryString() == null ? "" : request.getQueryString())
                                .flatMap(sent -> Arrays.stream(sent.split("&")))
                                .filter(pair -> !pair.isEmpty() && !rows.containsKey(pair.split("=", 2)[0])),
                        rows.entrySet().stream().map(row -> row.getKey() + "=" + row.getValue()))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String getQueryString() {
        return query;
    }

    @Override
    public String getRequestURI() {
        return moved(super.getRequestURI());
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(moved(super.getRequestURL().toString()));
    }

    @Override
    public String getPathInfo() {
        return moved(super.getPathInfo());
    }

    @Override
    public String getServletPath() {
        return super.getPathInfo() == null ? moved(super.getServletPath()) : super.getServletPath();
    }

    @Override
    public String getHeader(String name) {
        return isAccept(name) ? "application/json" : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isAccept(name)
                ? Collections.enumeration(Collections.singleton("application/json"))
                : super.getHeaders(name);
    }

    private boolean isAccept(String name) {
        return asJson && name.toLowerCase(Locale.ROOT).equals("accept");
    }

    private String moved(String path) {
        if (path == null || from.equals(to)) {
            return path;
        }
        var bare = StringUtils.trimTrailingCharacter(path, '/');
        var tail = from.substring(from.lastIndexOf('/'));
        return bare.endsWith(tail)
                ? bare.substring(0, bare.length() - tail.length()) + (to.endsWith("/list") ? "/list" : "")
                : path;
    }
}
