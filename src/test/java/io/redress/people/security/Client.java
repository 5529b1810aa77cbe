package io.redress.people.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.answer.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A program with HTTP Basic, or a browser with a session, in front of the application. */
public final class Client {

    /** The sandbox's people have their names as passwords. */
    public static String password(String user) {
        return user.equals("admin") ? "Sandbox-1234" : user;
    }

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final String base;
    private final Map<String, String> headers = new HashMap<>();

    private Client(String base) {
        this.base = base;
        http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    public static Client anonymous(String base) {
        return new Client(base);
    }

    public static Client program(String base, String user) {
        return program(base, user, password(user));
    }

    public static Client program(String base, String user, String password) {
        var client = new Client(base);
        var login = user + ":" + password;
        client.headers.put(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        return client;
    }

    /** Logs in with the form as a browser would; the session is there even if the user may open nothing with it. */
    public static Client browser(String base, String user) {
        var client = new Client(base);
        client.headers.put("Accept", "text/html");
        var page = client.get("/login").body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("The login page holds no token");
        }
        client.form("/login", Map.of("username", user, "password", password(user), "_csrf", token.group(1)));
        client.headers.put("Accept", "*/*");
        return client.withToken();
    }

    /** Takes the token that Camunda's applications send along with every change. */
    public Client withToken() {
        get("/camunda/api/admin/auth/user/default");
        cookie(this, "XSRF-TOKEN").ifPresent(value -> headers.put("X-XSRF-TOKEN", value));
        return this;
    }

    private static Optional<String> cookie(Client client, String name) {
        return client.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public Client with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path).setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(request(path).setHeader("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Puts a body of the type that {@link #with} has set. */
    public Answer putText(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    /** Posts a body of the type that {@link #with} has set. */
    public Answer send(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer form(String path, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Deploys one file as Camunda Modeler does. */
    public Answer deploy(String path, String file, String content) {
        return deploy(path, file, Map.of(file, content));
    }

    /** Deploys files as Camunda Modeler does. */
    public Answer deploy(String path, String name, Map<String, String> files) {
        var boundary = "----modeler";
        var body = new StringBuilder(part(boundary, "deployment-name", null, name));
        body.append(part(boundary, "deployment-source", null, "Camunda Modeler"));
        body.append(part(boundary, "enable-duplicate-filtering", null, "true"));
        files.forEach((file, content) -> body.append(part(boundary, file, file, content)));
        body.append("--").append(boundary).append("--\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form with a file in it as a browser does. */
    public Answer upload(String path, Map<String, String> fields, String file, String content) {
        return upload(path, fields, "file", file, content);
    }

    /** The same, where the file has another name in the form. */
    public Answer upload(String path, Map<String, String> fields, String name, String file, String content) {
        var boundary = "----browser";
        var body = new StringBuilder();
        fields.forEach((field, value) -> body.append(part(boundary, field, null, value)));
        body.append(part(boundary, name, file, content)).append("--" + boundary + "--\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends several files, by their names, each in a part called {@code file}. */
    public Answer uploadAll(String path, Map<String, String> fields, Map<String, String> files) {
        var boundary = "----browser";
        var body = new StringBuilder();
        fields.forEach((field, value) -> body.append(part(boundary, field, null, value)));
        files.forEach((file, content) -> body.append(part(boundary, "file", file, content)));
        body.append("--" + boundary + "--\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static String part(String boundary, String name, String file, String content) {
        var named = file == null ? "" : "; filename=\"" + file + "\"";
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                .formatted(boundary, name, named, content);
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(builder::setHeader);
        return builder;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body());
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        public <T> T as(Class<T> type) {
            return Answers.read(body(), type);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
