package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.core.text.EnumWords;
import io.redress.engine.table.FeelType;
import io.redress.engine.table.TableColumns.Fact;
import io.redress.engine.table.TableRules;
import io.redress.redesign.tape.Tape;
import io.redress.remedy.owed.Certainty;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.verification.evidence.EarlierRemedies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What modules say that they tell their tables is what they tell them, of whatever cases there are. */
@SandboxTest
class DeclaredFactsTest {

    @Autowired
    private List<TableRules> tables;

    @Autowired
    private Tape tape;

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void everyTableIsToldWhatIsDeclared() {
        Filed paid = lostParcel();
        desk.awaitStatus(paid.caseNumber(), "waiting_for_follow_up");

        Map<String, List<Map<String, Object>>> told =
                tables.stream().collect(Collectors.toMap(TableRules::decision, table -> told(table.decision())));

        assertThat(told.get("compensation")).isNotEmpty();
        assertThat(tables).allSatisfy(table -> assertThat(told.get(table.decision()))
                .allSatisfy(facts -> table.columns().facts().forEach(fact -> isTold(table, fact, facts))));
    }

    /** The certainty of what is owed is another wing's enum; its words are said where the table is asked. */
    @Test
    void howSureItIsWhatIsOwedHasTheWordsOfItsEnum() {
        assertThat(EarlierRemedies.CERTAINTIES).isEqualTo(EnumWords.words(Certainty.class));
    }

    private Filed lostParcel() {
        var order = world.copyOf("R-1001");
        return desk.file(aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email()));
    }

    private List<Map<String, Object>> told(String table) {
        List<Map<String, Object>> told = new ArrayList<>();
        tape.decisions(
                table,
                Instant.EPOCH,
                Instant.now().plus(Duration.ofDays(4_000)),
                decision -> told.add(decision.evaluation().facts()));
        return told;
    }

    private static void isTold(TableRules table, Fact fact, Map<String, Object> facts) {
        assertThat(facts).as(table.decision()).containsKey(fact.name());
        Object value = facts.get(fact.name());
        String as = "%s of %s: %s".formatted(fact.name(), table.decision(), value);
        if (value == null) {
            assertThat(fact.maybeEmpty()).as(as).isTrue();
            return;
        }
        assertThat(value)
                .as(as)
                .isInstanceOf(Map.of(
                                FeelType.TEXT,
                                String.class,
                                FeelType.NUMBER,
                                Number.class,
                                FeelType.TRUTH,
                                Boolean.class)
                        .get(fact.type()));
        if (value instanceof Number number) {
            assertThat(number.doubleValue())
                    .as(as)
                    .isGreaterThanOrEqualTo(fact.least().doubleValue());
        }
        // Of a fact that another table answers, that table has the words.
        if (fact.closed() && fact.source() == null && value instanceof String word) {
            assertThat(fact.words()).as(as).contains(word);
        }
    }
}
