package io.redress.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.Test;

/** Our FEEL says what the engine's own would say, in every cell of every shipped table, and where a cell is wrong. */
class CompiledFeelTest {

    private static final String CELL = "cell";

    private static final List<String> HARD = List.of(
            "1 +",
            "foo(1)",
            "missing",
            "missing.part",
            "1 + \"a\"",
            "assert(missing, missing != null)",
            "assert(3, 3 > 2)",
            "for i in 1..3 return i * amount",
            "{a: 1, b: a + 1}.b",
            "if amount > 10 then \"dear\" else \"cheap\"",
            "count([1, 2, null])",
            "date(\"2026-02-29\")",
            "duration(\"PT90M\")",
            "some i in [1, 2] satisfies i > 1",
            "not(amount > 3)",
            "? > 3",
            "[1..5]",
            "< \"a\"",
            "null",
            "-",
            "\"a\", null, 3",
            "string(amount)",
            "upper case(word)",
            "amount in [1..200]",
            "get value({x: word}, \"x\")",
            "function(x) x + 1");

    private final FeelEngine ours = new CompiledFeel().createInstance();
    private final FeelEngine engines = new ScalaFeelEngineFactory(List.of()).createInstance();

    @Test
    void cellsAreAnsweredAsByTheEngineItself() throws Exception {
        Set<String> conditions = new LinkedHashSet<>(HARD);
        Set<String> results = new LinkedHashSet<>(HARD);
        for (Path table : tables()) {
            var model = Dmn.readModelFromFile(table.toFile());
            model.getModelElementsByType(InputEntry.class)
                    .forEach(cell -> conditions.add(cell.getText().getTextContent()));
            model.getModelElementsByType(OutputEntry.class)
                    .forEach(cell -> results.add(cell.getText().getTextContent()));
        }
        assertThat(conditions).hasSizeGreaterThan(100);
        assertThat(results).hasSizeGreaterThan(100);

        for (Object value : values()) {
            VariableContext facts = facts(value);
            for (String condition : conditions) {
                assertThat(said(() -> ours.evaluateSimpleUnaryTests(condition, CELL, facts)))
                        .as("%s, asked of %s", condition, value)
                        .isEqualTo(said(() -> engines.evaluateSimpleUnaryTests(condition, CELL, facts)));
            }
            for (String result : results) {
                assertThat(said(() -> ours.evaluateSimpleExpression(result, facts)))
                        .as("%s, beside %s", result, value)
                        .isEqualTo(said(() -> engines.evaluateSimpleExpression(result, facts)));
            }
        }
    }

    private static List<Path> tables() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).toList();
        }
    }

    private static List<Object> values() {
        return new ArrayList<>(Arrays.asList(
                null,
                "lost",
                "",
                "EUR",
                "upheld",
                true,
                false,
                0,
                3,
                7L,
                20_000.5,
                new BigDecimal("100"),
                List.of(1, 2),
                new Thread("no value")));
    }

    private static VariableContext facts(Object value) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(CELL, value);
        facts.put("amount", 12);
        facts.put("word", "word");
        facts.put("nothing", null);
        return Variables.fromMap(facts).asVariableContext();
    }

    private static String said(Callable<Object> question) {
        try {
            Object answer = question.call();
            return answer == null ? "null" : answer.getClass().getSimpleName() + " " + answer;
        } catch (Exception refused) {
            return refused.getClass().getSimpleName() + " " + refused.getMessage();
        }
    }
}
