package io.redress.people.openapi;

import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The error answers that operations share, all of them problem documents; a controller tells those that it alone has. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class SharedAnswers {

    private static final String PROBLEM = "ProblemDocument";

    private SharedAnswers() {}

    /** The answers that are the same at every door that has them. */
    private enum Shared {
        WRONG_INPUT("400", "Something is wrong with the request; `errors` names each field or parameter"),
        NOT_LOGGED_IN("401", "Nobody is logged in, or name or password is wrong"),
        NOT_ALLOWED("403", "The groups of this login may not do this"),
        STAFF_AT_CUSTOMERS_PAGE("403", "Whoever sends this is logged in as staff, and the page is the customer's"),
        NO_SUCH_CASE("404", "There is no such case, or it is somebody else's"),
        NO_SUCH_PAGE("404", "There is no such page, or its address has expired"),
        NOT_ACCEPTED("406", "It cannot be answered in a form that is accepted"),
        MOVED_ON("409", "Somebody else changed the same at the same moment; nothing was stored, try again"),
        TOO_LARGE("413", "The body is larger than what is read here"),
        WRONG_FORM("415", "The body has a form that is not read here"),
        TOO_MANY("429", "Too many requests; nothing was stored, and `Retry-After` says when to come again");

        private final String code;
        private final String description;

        Shared(String code, String description) {
            this.code = code;
            this.description = description;
        }

        /** Such as {@code TooMany}. */
        private String key() {
            return Arrays.stream(name().split("_"))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }

        private ApiResponse answer() {
            ApiResponse answer = new ApiResponse().description(description).content(problemContent());
            if (this == TOO_MANY) {
                answer.addHeaderObject(
                        "Retry-After",
                        new Header()
                                .description("In so many seconds")
                                .schema(integer().minimum(BigDecimal.ONE)));
            }
            return answer;
        }
    }

    static void addTo(OpenAPI api) {
        api.getComponents().addSchemas(PROBLEM, problem());
        api.getComponents().addSchemas("FieldProblem", fieldProblem());
        for (Shared shared : Shared.values()) {
            api.getComponents().addResponses(shared.key(), shared.answer());
        }
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        ApiResponses answers = operation.getResponses();
        answers.forEach((code, answer) -> {
            if (code.startsWith("4")) {
                answer.setContent(problemContent());
            }
        });
        add(answers, Shared.WRONG_INPUT);
        if (path.startsWith("/case/")) {
            operation.setSecurity(List.of());
            add(answers, Shared.STAFF_AT_CUSTOMERS_PAGE);
            add(answers, Shared.NO_SUCH_PAGE);
        } else {
            add(answers, Shared.NOT_LOGGED_IN);
            add(answers, Shared.NOT_ALLOWED);
        }
        if (path.contains("{caseNumber}")) {
            add(answers, Shared.NO_SUCH_CASE);
        }
        if (answersWithBody(answers)) {
            add(answers, Shared.NOT_ACCEPTED);
        }
        if (method != HttpMethod.GET) {
            add(answers, Shared.MOVED_ON);
        }
        if (operation.getRequestBody() != null) {
            add(answers, Shared.TOO_LARGE);
            add(answers, Shared.WRONG_FORM);
        }
        add(answers, Shared.TOO_MANY);
    }

    private static void add(ApiResponses answers, Shared shared) {
        answers.computeIfAbsent(
                shared.code, missing -> new ApiResponse().$ref("#/components/responses/" + shared.key()));
    }

    private static Content problemContent() {
        return new Content()
                .addMediaType(APPLICATION_PROBLEM_JSON_VALUE, new MediaType().schema(new Schema<>().$ref(PROBLEM)));
    }

    private static boolean answersWithBody(ApiResponses answers) {
        return answers.entrySet().stream()
                .anyMatch(answer -> answer.getKey().startsWith("2")
                        && answer.getValue().getContent() != null
                        && !answer.getValue().getContent().isEmpty());
    }

    private static Schema<?> problem() {
        Schema<?> errors = typed("array").description("What is wrong with each field, where fields are to blame");
        errors.setItems(new Schema<>().$ref("FieldProblem"));
        return typed("object")
                .description("What went wrong (RFC 9457)")
                .addProperty("type", typed("string").format("uri-reference").example("about:blank"))
                .addProperty("title", typed("string").example("Bad Request"))
                .addProperty("status", integer().example(400))
                .addProperty("detail", typed("string").example("The input was refused"))
                .addProperty("instance", typed("string").format("uri-reference").example("/api/complaints"))
                .addProperty("message", typed("string").description("The detail once more, from some doors"))
                .addProperty("errors", errors)
                .required(List.of("title", "status"));
    }

    private static Schema<?> fieldProblem() {
        return typed("object")
                .addProperty(
                        "field",
                        typed("string")
                                .description("The field, parameter or header, such as `order.items[0].quantity`")
                                .example("description"))
                .addProperty("message", typed("string").example("Say what went wrong."))
                .required(List.of("field", "message"));
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> integer() {
        Schema<?> schema = typed("integer");
        schema.setFormat("int32");
        return schema;
    }
}
