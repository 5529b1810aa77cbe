package io.redress.redesign.gate.web;

import io.redress.redesign.gate.FindingView;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.lint.RefusedModels;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The answer to models that are refused at the API, with every finding in the caller's language. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedModelsAnswer {

    private final FindingTexts texts;

    RefusedModelsAnswer(FindingTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedModels refused, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
        problem.setProperty("errors", refused.problems());
        problem.setProperty(
                "findings",
                refused.findings().stream()
                        .map(finding -> FindingView.of(finding, texts, locale))
                        .toList());
        return problem;
    }
}
