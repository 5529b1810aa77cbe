package io.redress.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.redress.engine.job.OutwardStep;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.ComplaintVariables.Variable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;

/** What a step says of itself is what it does. */
class StepContractsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.redress");

    private static final Map<String, String> NAMES = names();

    @Test
    void everyStepHasAContract() {
        assertThat(steps()).hasSizeGreaterThan(55).allSatisfy(step -> assertThat(
                        step.isAnnotatedWith(StepContract.class))
                .as("%s says by @StepContract what it does in a diagram", step.getSimpleName())
                .isTrue());
    }

    @Test
    void variablesThatAStepSetsAreThoseThatItNames() {
        assertThat(steps()).allSatisfy(step -> {
            Set<String> named =
                    Stream.of(contract(step).writes()).map(Writes::value).collect(Collectors.toSet());
            accesses(step, "set")
                    .forEach(candidates ->
                            assertThat(candidates).as(step.getSimpleName()).containsAnyElementsOf(named));
            assertThat(named.stream().filter(NAMES::containsValue))
                    .as("%s sets what it names", step.getSimpleName())
                    .allMatch(name -> accessed(step).anyMatch(name::equals));
        });
    }

    @Test
    void variablesWithoutWhichAStepCannotWorkAreNamed() {
        assertThat(steps()).allSatisfy(step -> {
            Set<String> named = Stream.concat(Stream.of(contract(step).reads()), Stream.of("caseNumber"))
                    .collect(Collectors.toSet());
            accesses(step, "get")
                    .forEach(candidates ->
                            assertThat(candidates).as(step.getSimpleName()).containsAnyElementsOf(named));
        });
    }

    @Test
    void stepsThatLeaveByAnErrorNameIt() {
        assertThat(steps().filter(step -> step.isAssignableTo(OutwardStep.class)))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(contract(step).raises())
                        .as(step.getSimpleName())
                        .hasSize(2)
                        .contains("retriesExhausted"));
    }

    private static Stream<JavaClass> steps() {
        return HOUSE.stream()
                .filter(type ->
                        !type.isInterface() && !type.getModifiers().toString().contains("ABSTRACT"))
                .filter(type -> type.getPackageName().endsWith(".process"))
                .filter(type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Component"))
                .filter(type -> Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                        .anyMatch(type::isAssignableTo));
    }

    private static StepContract contract(JavaClass step) {
        return step.getAnnotationOfType(StepContract.class);
    }

    /** The variables that may be meant by each call, as several may stand on a line. */
    private static Stream<Set<String>> accesses(JavaClass step, String method) {
        return step.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Variable.class))
                .filter(call -> call.getName().equals(method))
                .map(call -> fields(step)
                        .filter(access -> access.getLineNumber() == call.getLineNumber())
                        .map(access -> NAMES.get(access.getName()))
                        .collect(Collectors.toSet()))
                .filter(candidates -> !candidates.isEmpty());
    }

    private static Stream<String> accessed(JavaClass step) {
        return fields(step).map(JavaAccess::getName).map(NAMES::get);
    }

    private static Stream<JavaFieldAccess> fields(JavaClass step) {
        return step.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(ComplaintVariables.class));
    }

    private static Map<String, String> names() {
        List<Field> fields = Arrays.stream(ComplaintVariables.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Variable.class)
                .toList();
        return fields.stream().collect(Collectors.toMap(Field::getName, field -> {
            try {
                return ((Variable<?>) field.get(null)).name();
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }));
    }
}
