package io.redress.redesign.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.engine.task.Approval;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.engine.task.ReadForm.Field;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import io.redress.redesign.model.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** The rule for what is read of a form: all that is needed can be entered, in words that are understood. */
@org.springframework.stereotype.Component
class ReadFormRule implements ModelRule {

    private final ObjectProvider<FormReader> readers;
    private final ObjectProvider<Approval> approvals;

    ReadFormRule(ObjectProvider<FormReader> readers, ObjectProvider<Approval> approvals) {
        this.readers = readers;
        this.approvals = approvals;
    }

    @Override
    public Stream<Finding> check(Models models) {
        Map<String, ReadForm> read = readers.stream()
                .map(FormReader::form)
                .collect(Collectors.toMap(ReadForm::id, Function.identity(), (one, same) -> one));
        Set<String> answers = approvals.stream()
                .flatMap(approval -> approval.answer().stream())
                .collect(Collectors.toSet());
        return models.forms().stream()
                .flatMap(form -> Stream.concat(
                        given(form, answers),
                        form.keys().stream()
                                .flatMap(key -> Optional.ofNullable(read.get(key)).stream())
                                .flatMap(known -> fields(form, known))));
    }

    /** Whoever approves says so themselves, in a shipped form and in a manager's own. */
    private static Stream<Finding> given(Parsed<JsonNode> form, Set<String> answers) {
        return Component.of(form.content()).stream()
                .filter(component -> answers.contains(component.variable())
                        && (component.json().hasNonNull("defaultValue")
                                || component.type().equals("expression")))
                .map(component -> Finding.error("form-answer-given", form, component.id(), component.name()));
    }

    private static Stream<Finding> fields(Parsed<JsonNode> form, ReadForm known) {
        List<Component> components = Component.of(form.content()).stream()
                .filter(Component::keepsValue)
                .toList();
        Stream<Finding> others = known.noOthers()
                ? components.stream()
                        .filter(component -> !component.variable().isEmpty()
                                && !known.fields().contains(component.variable()))
                        .map(component -> Finding.error(
                                "form-field-other",
                                form,
                                component.id(),
                                component.name(),
                                String.join(", ", known.fields())))
                : Stream.empty();
        return Stream.concat(
                others,
                known.read().stream()
                        .flatMap(field -> field(
                                form,
                                field,
                                components.stream()
                                        .filter(component ->
                                                component.variable().equals(field.name()))
                                        .toList())));
    }

    private static Stream<Finding> field(Parsed<JsonNode> form, Field field, List<Component> shown) {
        if (shown.isEmpty()) {
            return field.needed()
                    ? Stream.of(Finding.error("form-field-missing", form, null, field.name()))
                    : Stream.empty();
        }
        boolean fixed =
                field.needed() && !field.words().isEmpty() && shown.stream().allMatch(Component::isFixed);
        Stream<Finding> unchangeable = fixed
                ? Stream.of(Finding.error(
                        "form-field-fixed",
                        form,
                        shown.get(0).id(),
                        shown.get(0).name()))
                : Stream.empty();
        return Stream.concat(unchangeable, field.words().isEmpty() ? Stream.empty() : words(form, field, shown));
    }

    private static Stream<Finding> words(Parsed<JsonNode> form, Field field, List<Component> shown) {
        List<String> known = List.copyOf(field.words());
        Stream<Finding> unknown = shown.stream().flatMap(component -> component.choices().orElse(List.of()).stream()
                .filter(word -> !known.contains(word))
                .map(word -> Finding.error(
                        "form-word-unknown", form, component.id(), component.name(), word, String.join(", ", known))));
        boolean written =
                shown.stream().allMatch(component -> component.choices().isPresent());
        Set<String> offered = shown.stream()
                .flatMap(component -> component.choices().orElse(List.of()).stream())
                .collect(Collectors.toSet());
        Stream<Finding> missing = field.all() && written
                ? known.stream()
                        .filter(word -> !offered.contains(word))
                        .map(word -> Finding.error(
                                "form-word-missing",
                                form,
                                shown.get(0).id(),
                                shown.get(0).name(),
                                word))
                : Stream.empty();
        Stream<Finding> nothing = field.needed() && written && known.stream().noneMatch(offered::contains)
                ? Stream.of(Finding.error(
                        "form-choice-empty",
                        form,
                        shown.get(0).id(),
                        shown.get(0).name()))
                : Stream.empty();
        return Stream.of(unknown, missing, nothing).flatMap(findings -> findings);
    }
}
