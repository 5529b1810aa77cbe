package io.redress.redesign.gate;

import io.redress.engine.command.AnswerDetails;
import io.redress.engine.guard.ModelElement;
import io.redress.engine.guard.ModelJudge;
import io.redress.redesign.diagram.ElementRules;
import io.redress.redesign.lint.FileRules;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.lint.Lint;
import io.redress.redesign.model.ModelFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The judge of what people deploy, by whatever door. What has an error is refused as a whole; the caller gets every finding
 * beside the engine's own list of problems. A release of ours is not judged: its models passed the same check when it was
 * built, and a node has to start beside whatever managers have made.
 */
@Component
class Gate implements ModelJudge {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final ObjectProvider<Lint> lint;
    private final ElementRules elements;
    private final FindingTexts texts;
    private final GateMode mode;

    /** @param lint asked for with the first deployment, because it needs the engine */
    Gate(ObjectProvider<Lint> lint, ElementRules elements, FindingTexts texts, GateMode mode) {
        this.lint = lint;
        this.elements = elements;
        this.texts = texts;
        this.mode = mode;
    }

    @Override
    public List<String> problems(ModelElement element) {
        return elements.problems(element, "")
                .map(finding -> texts.of(finding, Locale.ENGLISH).message())
                .toList();
    }

    @Override
    public List<Fault> judge(Map<String, byte[]> files) {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            return List.of();
        }
        List<ModelFile> draft = files.entrySet().stream()
                .map(file -> new ModelFile(file.getKey(), file.getValue()))
                .toList();
        List<Finding> findings = lint.getObject().check(draft);
        Locale locale = LocaleContextHolder.getLocale();
        AnswerDetails.add(
                "findings",
                findings.stream()
                        .map(finding -> FindingView.of(finding, texts, locale))
                        .toList());
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        boolean readable = errors.stream().noneMatch(error -> FileRules.NAMES.contains(error.rule()));
        if (!mode.isRefusing() && readable) {
            errors.forEach(error -> LOG.warn(
                    "Let in, because the gate only warns: {} {}: {}",
                    error.file(),
                    error.element(),
                    texts.of(error, Locale.ENGLISH).message()));
            return List.of();
        }
        Set<String> faulty = errors.stream().map(Finding::file).collect(Collectors.toSet());
        Map<String, FoundPlaces> places = draft.stream()
                .filter(file -> faulty.contains(file.name()))
                .collect(Collectors.toMap(ModelFile::name, FoundPlaces::new));
        return errors.stream().map(fault(places, locale)).toList();
    }

    private Function<Finding, Fault> fault(Map<String, FoundPlaces> places, Locale locale) {
        return error -> {
            FoundPlaces known = places.get(error.file());
            var place = known == null ? FoundPlaces.NOWHERE : known.of(error.element());
            String row = error.row() == null ? "" : (isGerman(locale) ? "Zeile " : "row ") + error.row() + ": ";
            return new Fault(
                    error.file(),
                    error.element(),
                    place.line(),
                    place.column(),
                    row + texts.of(error, locale).message());
        };
    }

    private static boolean isGerman(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage());
    }
}
