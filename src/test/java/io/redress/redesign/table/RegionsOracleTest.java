package io.redress.redesign.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.table.CompiledFeel;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.model.ModelReader;
import io.redress.redesign.model.UnreadableModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The analysis of overlaps, gaps and rows that are never reached against the engine itself, which is asked every table of
 * thousands at every point that could make a difference. The two share no code.
 */
class RegionsOracleTest {

    private static final List<String> WORDS = List.of("a", "b", "c");

    private final HitPolicyRule rule = new HitPolicyRule(new CheckedTables(List.of()));
    private final ModelReader reader = new ModelReader();
    private final DmnEngine engine = newEngine();

    /** A column, and the values at which the engine is asked. */
    private enum Kind {
        TEXT("string"),
        WHOLE("integer"),
        NUMBER("double"),
        TRUTH("boolean");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        List<Object> samples() {
            return switch (this) {
                case TEXT -> List.of("a", "b", "c", "something else");
                case TRUTH -> List.of(true, false);
                case WHOLE ->
                    IntStream.rangeClosed(-2, 8).mapToObj(Object.class::cast).toList();
                case NUMBER ->
                    IntStream.rangeClosed(-4, 16)
                            .mapToObj(half -> (Object) (half / 2.0))
                            .toList();
            };
        }
    }

    /** A table that was made up. */
    private record Table(String policy, List<Kind> columns, List<List<String>> rows) {

        String xml(String hitPolicy) {
            StringBuilder xml = new StringBuilder("""
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
                    <decision id="made" name="made" camunda:historyTimeToLive="P1D"><decisionTable id="t" hitPolicy="%s">
                    """.formatted(hitPolicy));
            for (int i = 0; i < columns.size(); i++) {
                xml.append(
                        "<input id=\"i%d\" label=\"f%d\"><inputExpression id=\"e%d\" typeRef=\"%s\"><text>f%d</text></inputExpression></input>"
                                .formatted(i, i, i, columns.get(i).type, i));
            }
            xml.append("<output id=\"o\" name=\"row\" typeRef=\"integer\"/>");
            for (int r = 0; r < rows.size(); r++) {
                xml.append("<rule id=\"r%d\">".formatted(r));
                for (int i = 0; i < columns.size(); i++) {
                    xml.append("<inputEntry id=\"c%d_%d\"><text><![CDATA[%s]]></text></inputEntry>"
                            .formatted(r, i, rows.get(r).get(i)));
                }
                xml.append("<outputEntry id=\"a%d\"><text>%d</text></outputEntry></rule>".formatted(r, r + 1));
            }
            return xml.append("</decisionTable></decision></definitions>").toString();
        }
    }

    @Test
    void saysWhatTheEngineDoes() {
        agree(300, 1);
    }

    @Tag("deep")
    @Test
    void saysWhatTheEngineDoesOfThousands() {
        agree(12_000, 1_000_000);
    }

    private void agree(int tables, long seed) {
        int overlapping = 0;
        int open = 0;
        int covered = 0;
        for (int i = 0; i < tables; i++) {
            Table table = table(new Random(seed + i));
            Answers answers = asked(table);
            List<Finding> findings = check(table);
            String shown = table + " " + findings;
            Set<String> rules = findings.stream().map(Finding::rule).collect(Collectors.toSet());

            assertThat(rules.contains("table-gap-possible")).as(shown).isEqualTo(answers.gap());
            if (table.policy().equals("UNIQUE")) {
                assertThat(rules.contains("table-overlap")).as(shown).isEqualTo(answers.overlap());
            } else {
                Set<Integer> never = findings.stream()
                        .filter(finding ->
                                Set.of("table-row-covered", "table-row-never").contains(finding.rule()))
                        .map(Finding::row)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(never).as(shown).isEqualTo(answers.neverFirst());
                covered += never.isEmpty() ? 0 : 1;
            }
            findings.forEach(finding -> holds(table, finding));
            overlapping += rules.contains("table-overlap") ? 1 : 0;
            open += rules.contains("table-gap-possible") ? 1 : 0;
        }
        // What is never seen is not tested.
        assertThat(List.of(overlapping, open, tables - open, covered)).allMatch(seen -> seen > tables / 50);
    }

    /** What the engine answered over all samples. */
    private record Answers(boolean gap, boolean overlap, Set<Integer> neverFirst) {}

    private Answers asked(Table table) {
        DmnDecision decision = parsed(table);
        boolean gap = false;
        boolean overlap = false;
        Set<Integer> never = new TreeSet<>();
        IntStream.rangeClosed(1, table.rows().size()).forEach(never::add);
        for (Map<String, Object> facts : everything(table)) {
            List<Integer> rows = ask(decision, facts);
            gap |= rows.isEmpty();
            overlap |= rows.size() > 1;
            if (!rows.isEmpty()) {
                never.remove(rows.get(0));
            }
        }
        return new Answers(gap, overlap, never);
    }

    private DmnDecision parsed(Table table) {
        return engine.parseDecisions(
                        new ByteArrayInputStream(table.xml("COLLECT").getBytes(StandardCharsets.UTF_8)))
                .get(0);
    }

    private List<Integer> ask(DmnDecision decision, Map<String, Object> facts) {
        return engine.evaluateDecisionTable(decision, facts).getResultList().stream()
                .map(answer -> (Integer) answer.get("row"))
                .toList();
    }

    private static List<Map<String, Object>> everything(Table table) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        for (int i = 0; i < table.columns().size(); i++) {
            String name = "f" + i;
            List<Object> samples = table.columns().get(i).samples();
            all = all.stream()
                    .flatMap(facts -> samples.stream().map(sample -> {
                        Map<String, Object> more = new HashMap<>(facts);
                        more.put(name, sample);
                        return more;
                    }))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        return all;
    }

    /** The input that a finding shows is one, whatever the facts are that it does not name. */
    private void holds(Table table, Finding finding) {
        boolean overlap = finding.rule().equals("table-overlap");
        if (!overlap && !finding.rule().equals("table-gap-possible")) {
            return;
        }
        String shown = finding.details().get(overlap ? 1 : 0).toString();
        DmnDecision decision = parsed(table);
        everything(table).stream()
                .filter(facts -> shown(facts, shown))
                .limit(40)
                .forEach(facts -> {
                    List<Integer> rows = ask(decision, facts);
                    if (overlap) {
                        assertThat(rows).as(shown + table).contains(finding.row(), (Integer)
                                finding.details().get(0));
                    } else {
                        assertThat(rows).as(shown + table).isEmpty();
                    }
                });
    }

    private static boolean shown(Map<String, Object> facts, String shown) {
        return Stream.of(shown.split(", ")).filter(part -> part.contains(" = ")).allMatch(part -> {
            String[] said = part.split(" = ");
            Object fact = facts.get(said[0]);
            return switch (said[1].charAt(0)) {
                case '"' -> said[1].equals("\"" + fact + "\"");
                case '…' -> fact.equals("something else");
                case 't', 'f' -> said[1].equals(fact.toString());
                default -> Double.parseDouble(said[1]) == ((Number) fact).doubleValue();
            };
        });
    }

    private List<Finding> check(Table table) {
        ModelFile file = new ModelFile("made.dmn", table.xml(table.policy()).getBytes(StandardCharsets.UTF_8));
        try {
            return rule.check(reader.read(List.of(file), List.of())).toList();
        } catch (UnreadableModel impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Table table(Random random) {
        List<Kind> columns = random.ints(1 + random.nextInt(3), 0, Kind.values().length)
                .mapToObj(kind -> Kind.values()[kind])
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            rows.add(columns.stream().map(kind -> cell(kind, random)).toList());
        }
        return new Table(random.nextBoolean() ? "UNIQUE" : "FIRST", columns, rows);
    }

    private static String cell(Kind kind, Random random) {
        if (random.nextInt(4) == 0) {
            return random.nextBoolean() ? "-" : "";
        }
        return switch (kind) {
            case TRUTH -> random.nextBoolean() ? "true" : "false";
            case TEXT -> text(random);
            default -> number(random);
        };
    }

    private static String text(Random random) {
        String some = random.ints(1 + random.nextInt(2), 0, WORDS.size())
                .mapToObj(word -> '"' + WORDS.get(word) + '"')
                .collect(Collectors.joining(","));
        return switch (random.nextInt(5)) {
            case 0, 1 -> "not(" + some + ")";
            case 2 -> "? in (" + some + ")";
            default -> some;
        };
    }

    private static String number(Random random) {
        int low = random.nextInt(5);
        int high = low + random.nextInt(4);
        return switch (random.nextInt(10)) {
            case 0 -> "< " + low;
            case 1 -> "<= " + low;
            case 2 -> "> " + low;
            case 3 -> ">= " + low;
            case 4 -> "[%d..%d]".formatted(low, high);
            case 5 -> "]%d..%d]".formatted(low, high);
            case 6 -> "(%d..%d)".formatted(low, high);
            case 7 -> "not(> %d)".formatted(low);
            case 8 -> "? > %d and ? <= %d".formatted(low, high);
            default -> low + ", " + high;
        };
    }

    private static DmnEngine newEngine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new CompiledFeel());
        return configuration.buildEngine();
    }
}
