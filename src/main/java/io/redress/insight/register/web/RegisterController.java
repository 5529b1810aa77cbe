package io.redress.insight.register.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of promises, for leads and managers. */
@RestController
@RequestMapping("/api/promises")
@Tag(name = "Promises")
class RegisterController {

    private final RegisterViews views;

    RegisterController(RegisterViews views) {
        this.views = views;
    }

    /** A month in the address. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(example = "2026-01", schema = @Schema(type = "string", pattern = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"))
    private @interface Month {}

    @GetMapping("/register")
    @Operation(
            operationId = "readPromises",
            summary = "Read what became of our promises, by month, team and kind; the last three months by default")
    RegisterView register(
            @RequestParam(required = false) @Month String from,
            @RequestParam(required = false) @Month String to,
            Principal reader) {
        return views.of(from, to);
    }

    @GetMapping(path = "/register.csv", produces = "text/csv")
    @Operation(operationId = "downloadPromises", summary = "Read what became of our promises as a file")
    ResponseEntity<String> file(
            @RequestParam(required = false) @Month String from,
            @RequestParam(required = false) @Month String to,
            Principal reader) {
        return RegisterFile.of(views.of(from, to));
    }
}
