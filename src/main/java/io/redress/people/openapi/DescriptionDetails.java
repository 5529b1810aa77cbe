package io.redress.people.openapi;

import io.redress.people.security.ApiDoors;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Completes what springdoc reads from the controllers, and puts it into an order that does not change by itself. */
@Component
class DescriptionDetails implements OpenApiCustomizer {

    private final RecordSchemas records;

    DescriptionDetails(RecordSchemas records) {
        this.records = records;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void customise(OpenAPI api) {
        SharedAnswers.addTo(api);
        RecordFields.complete(api, records);
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) ->
                        ApiDoors.callersOf(method + " " + path).ifPresent(callers -> sayWho(operation, callers))));
        Examples.addTo(api);
        api.setTags(ApiDescription.TAGS);
        Paths paths = new Paths();
        new TreeMap<>(api.getPaths()).forEach(paths::addPathItem);
        api.setPaths(paths);
        paths.values().stream().flatMap(item -> item.readOperations().stream()).forEach(operation -> {
            ApiResponses answers = new ApiResponses();
            new TreeMap<String, ApiResponse>(operation.getResponses()).forEach(answers::addApiResponse);
            operation.setResponses(answers);
        });
        Map<String, Schema> schemas =
                new LinkedHashMap<>(new TreeMap<>(api.getComponents().getSchemas()));
        api.getComponents().setSchemas(schemas);
    }

    private static void sayWho(Operation operation, ApiDoors.Callers callers) {
        String who = "For: " + callers.words().toLowerCase(Locale.ROOT) + ".";
        operation.setDescription(operation.getDescription() == null ? who : operation.getDescription() + "\n\n" + who);
    }
}
