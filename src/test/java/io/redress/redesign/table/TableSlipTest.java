package io.redress.redesign.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.ModelReader;
import io.redress.sandbox.SandboxTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A slip in a table is found, with where and what; a change that is meant is not. */
@SandboxTest
class TableSlipTest {

    private TableCheck tables;

    @Autowired
    void enter(ModelReader reader, List<ModelRule> rules) {
        tables = new TableCheck(reader, rules);
    }

    @Test
    void findsNothingInWhatIsShipped() {
        assertThat(tables.shipped()).isEmpty();
    }

    /** What stands in a table, what a slip makes of it, and the rule that says so. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    compensation | <text>]0..3]</text> | <text>]0..3</text> | table-feel
                    compensation | <text>]0..3]</text> | <text>0 to 3</text> | table-feel
                    compensation | <text>"code"</text> | <text>“code”</text> | table-feel
                    compensation | <text>10</text> | <text>10 %</text> | table-feel
                    compensation | <text>delayDays</text> | <text>delay days</text> | table-feel
                    triage | <text>wrongCharges</text> | <text></text> | table-feel
                    compensation | <text>]0..3]</text> | <text>some x in 1..1000000000 satisfies x = ?</text> | table-feel-costly
                    compensation | <text>]0..3]</text> | <text>some x in 1..delayDays satisfies x = ?</text> | table-feel-costly
                    compensation | <text>]0..3]</text> | <text>{f: function(x) f(x), y: f(1)}.y > ?</text> | table-feel-costly
                    triage | <text>"late"</text> | <text>matches(?, "(l+)+t")</text> | table-feel-costly
                    compensation | <text>delayDays</text> | <text>delaysDay</text> | table-name-unknown
                    compensation | <text>outcome</text> | <text>result</text> | table-name-unknown
                    compensation | <text>"code"</text> | <text>code</text> | table-name-unknown
                    authority | <text>caseAmount</text> | <text>amount</text> | table-name-unknown
                    remedy | <text>moneyOwed</text> | <text>owed</text> | table-name-unknown
                    remedy | <text>moneyOwed</text> | <text>goodwillDue</text> | table-name-unknown
                    way-back | <text>&lt; 50</text> | <text>&lt; limit</text> | table-name-unknown
                    compensation | <text>"code"</text> | <text>uppercase("code")</text> | table-function-unknown
                    compensation | <text>&gt;= 2</text> | <text>"2"</text> | table-condition-number
                    way-back | <text>&lt; 50</text> | <text>"&lt; 50"</text> | table-condition-number
                    remedy | <text>true</text> | <text>"yes"</text> | table-condition-truth
                    remedy | <text>"defective"</text> | <text>3</text> | table-condition-text
                    remedy | <text>"defective"</text> | <text>"broken"</text> | table-word-unknown
                    remedy | <text>"automatic"</text> | <text>"Automatic"</text> | table-word-unknown
                    authority | <text>"manager"</text> | <text>"managers"</text> | table-word-unknown
                    authority | <text>"CNY"</text> | <text>"CNYx"</text> | table-word-unknown
                    way-back | "replacement" | "exchange" | table-word-unknown
                    escalation | <text>"advice"</text> | <text>"advise"</text> | table-word-unknown
                    escalation | <text>"standard"</text> | <text>"ordinary"</text> | table-word-rare
                    triage | typeRef="double" | typeRef="string" | table-column-type
                    compensation | typeRef="double" | typeRef="boolean" | table-column-type
                    authority | typeRef="double" | typeRef="integer" | table-column-whole
                    authority | name="approver" | name="approvers" | table-output-missing
                    authority | name="approver" | name="approvers" | table-output-extra
                    compensation | name="percent" | name="Percent" | table-output-missing
                    remedy | name="outcome" | name="reason" | table-output-twice
                    escalation | name="audience" | name="" | table-output-unnamed
                    triage | name="conclusive" typeRef="boolean" | name="conclusive" typeRef="string" | table-output-type
                    compensation | name="percent" typeRef="integer" | name="percent" typeRef="boolean" | table-output-type
                    authority | <text>"lead"</text> | <text>"leed"</text> | table-answer-word
                    compensation | <text>"code"</text> | <text>"cookies"</text> | table-answer-word
                    remedy | <text>"collection"</text> | <text>"pickup"</text> | table-answer-word
                    remedy | <text>"affected_items"</text> | <text>"items"</text> | table-answer-word
                    remedy | <text>"partly_upheld"</text> | <text>"partly"</text> | table-answer-word
                    remedy | <text>"partly_upheld"</text> | <text>"withdrawn"</text> | table-answer-word
                    way-back | <text>"pick_up"</text> | <text>"pickup"</text> | table-answer-word
                    triage | <text>"critical"</text> | <text>"urgent"</text> | table-answer-word
                    triage | <text>"handlers"</text> | <text>"handler"</text> | triage-team
                    triage | <text>"lost_parcel"</text> | <text>""</text> | triage-conclusive
                    compensation | <text>35</text> | <text>900</text> | table-answer-range
                    compensation | <text>5</text> | <text>-5</text> | table-answer-range
                    triage | <text>100</text> | <text>1000</text> | table-answer-range
                    compensation | <text>35</text> | <text>"much"</text> | table-answer-number
                    compensation | <text>35</text> | <text>35.5</text> | table-answer-whole
                    remedy | <text>"upheld"</text> | <text>true</text> | table-answer-text
                    compensation | <text>"code"</text> | <text>if delayDays > 2 then "code" else 1</text> | table-answer-text
                    remedy | <text>"lost_parcel"</text> | <text>""</text> | remedy-reason-written
                    compensation | <text>35</text> | <text></text> | table-answer-empty
                    authority | <text>"manager"</text> | <text>null</text> | table-answer-empty
                    compensation | <text>35</text> | <text>"35"</text> | table-answer-quoted
                    compensation | hitPolicy="UNIQUE" | hitPolicy="COLLECT" | table-policy-one
                    compensation | hitPolicy="UNIQUE" | hitPolicy="RULE ORDER" | table-policy-one
                    escalation | hitPolicy="RULE ORDER" | hitPolicy="FIRST" | table-policy-all
                    service-level | hitPolicy="RULE ORDER" | hitPolicy="UNIQUE" | table-policy-all
                    compensation | hitPolicy="UNIQUE" | hitPolicy="PRIORITY" | table-policy-unknown
                    compensation | <text>]0..3]</text> | <text>[0..3]</text> | table-overlap
                    compensation | <text>]3..7]</text> | <text>]2..7]</text> | table-overlap
                    compensation | <text>1</text> | <text>&gt;= 1</text> | table-overlap
                    authority | hitPolicy="FIRST" | hitPolicy="UNIQUE" | table-overlap
                    authority | hitPolicy="FIRST" | hitPolicy="ANY" | table-overlap
                    remedy | <text>"wrong_item"</text> | <text>"incomplete"</text> | table-overlap
                    way-back | <text>&gt; 20000</text> | <text>&gt; 10000</text> | table-overlap
                    way-back | <text>not("lost","returned")</text> | <text></text> | table-overlap
                    compensation | <text>&gt; 7</text> | <text>&gt; 8</text> | table-gap
                    compensation | <text>&gt;= 2</text> | <text>2</text> | table-gap
                    compensation | <text>"refused"</text> | <text>"upheld"</text> | table-gap
                    authority | "EUR","USD","GBP"</text> | "EUR","USD"</text> | table-gap
                    remedy | <text>"collection"</text> | <text>"repair"</text> | table-gap
                    way-back | <text>&gt;= 50</text> | <text>&gt; 50</text> | table-gap
                    way-back | <text>&lt; 2</text> | <text>&lt; 1</text> | table-gap
                    triage | <text>&gt;= 2</text> | <text>[5..3]</text> | table-row-never
                    compensation | <text>25</text> | <text>5</text> | goodwill-falls
                    compensation | <text>35</text> | <text>0</text> | goodwill-falls
                    compensation | <text>0</text> | <text>50</text> | goodwill-falls
                    compensation | <text>0</text> | <text>3</text> | goodwill-none
                    authority | <text>&gt; 1000</text> | <text>[1000..2000]</text> | authority-falls
                    remedy | <text>"refused"</text> | <text>"upheld"</text> | remedy-verdict
                    remedy | <text>"partly_upheld"</text> | <text>"refused"</text> | remedy-verdict
                    remedy | <text>"rejected"</text> | <text>"automatic"</text> | remedy-automatic
                    remedy | <text>true</text> | <text>false</text> | remedy-nothing
                    remedy | <text>true</text> | <text>false</text> | remedy-promised
                    remedy | <text>"amount"</text> | <text>"none"</text> | remedy-promised
                    remedy | <text>"repair"</text> | <text>"none"</text> | remedy-promised
                    way-back | <text>"now"</text> | <text>"on_receipt"</text> | way-back-waits
                    service-level | <text>"standard"</text> | <text>"relaxed"</text> | ladder-empty
                    service-level | <text>"standard"</text> | <text>"standart"</text> | ladder-unknown
                    escalation | <text>"danger"</text> | <text>"peril"</text> | ladder-empty
                    escalation | <text>"owner_action"</text> | <text>"legal"</text> | ladder-unwatched
                    compensation | historyTimeToLive="P1095D" | historyTimeToLive="" | table-time-to-live
                    """)
    void findsWhatASlipMakesOfIt(String file, String right, String wrong, String rule) {
        List<Finding> findings = tables.changed(file + ".dmn", right, wrong);

        assertThat(findings).extracting(Finding::rule).contains(rule);
        assertThat(findings).extracting(Finding::file).contains(file + ".dmn");
    }

    @Test
    void findsAnAuthorityTableInWhichNobodyHasToApprove() {
        String table = new String(TableCheck.shipped("authority.dmn").content(), StandardCharsets.UTF_8);

        List<Finding> findings = tables.changed(
                "authority.dmn",
                table.replaceAll("<text>\"(?:lead|manager)\"</text>(?=\\s*</outputEntry>)", "<text>\"none\"</text>"));

        assertThat(findings).extracting(Finding::rule).containsExactly("authority-nobody");
    }

    /** What a manager may want to change: nothing is found, or what is found lets it in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    compensation | <text>35</text> | <text>40</text>
                    compensation | <text>35</text> | <text>if delayDays > 30 then 50 else 35</text>
                    compensation | <text>"code"</text> | <text>"promotion_code"</text>
                    compensation | <text>"code"</text> | <text>"free_delivery"</text>
                    compensation | <text>]0..3]</text> | <text>(0..3]</text>
                    compensation | <text>]0..3]</text> | <text>? > 0 and ? &lt;= 3</text>
                    compensation | <text>&lt;= 0</text> | <text>0</text>
                    compensation | <text>&gt;= 2</text> | <text>&gt; 1</text>
                    compensation | <text>&gt;= 2</text> | <text>not(0, 1)</text>
                    compensation | <text>&gt;= 2</text> | <text>? >= 2</text>
                    compensation | <text>"upheld","partly_upheld"</text> | <text>not("refused")</text>
                    compensation | <text>"upheld","partly_upheld"</text> | <text>? in ("upheld","partly_upheld")</text>
                    compensation | <text>"upheld","partly_upheld"</text> | <text>ends with(?, "upheld")</text>
                    compensation | typeRef="double" | typeRef="integer"
                    compensation | hitPolicy="UNIQUE" | hitPolicy="FIRST"
                    compensation | hitPolicy="UNIQUE" | hitPolicy="ANY"
                    compensation | ' hitPolicy="UNIQUE"' | ''
                    compensation | label="Outcome" | label="How it ended"
                    compensation | We let you wait. | You had to wait for us.
                    compensation | rule_daysLate | DecisionRule_1x9k2
                    compensation | biodi:width="150" | biodi:width="99"
                    compensation | <text>delayDays</text> | <text>delayDays + 0</text>
                    compensation | <text>outcome</text> | <text>lower case(outcome)</text>
                    authority | 5000 | 4000
                    authority | 20000 | 50000
                    authority | "CNY" | "JPY"
                    authority | "GBP" | "GBP","CHF"
                    authority | <text>&gt; 1000</text> | <text>&gt;= 1000</text>
                    authority | hitPolicy="FIRST" | hitPolicy="FIRST" biodi:x="1"
                    remedy | <text>"faulty_item"</text> | <text>"repaired"</text>
                    remedy | <text>"replaced"</text> | <text>"apology"</text>
                    service-level | "PT8H" | "PT6H"
                    service-level | <text>"gold"</text> | <text>"gold","platinum"</text>
                    service-level | <text>"team"</text> | <text>"standard"</text>
                    service-level | &gt;= 80 | &gt;= 90
                    service-level | hitPolicy="RULE ORDER" | hitPolicy="COLLECT"
                    escalation | <text>150</text> | <text>140</text>
                    escalation | <text>"tell_lead"</text> | <text>"tell_manager"</text>
                    escalation | <text>"half"</text> | <text>"first warning"</text>
                    legal-deadline | <text>14</text> | <text>10</text>
                    triage | <text>"handlers"</text> | <text>"leads"</text>
                    triage | <text>30</text> | <text>35</text>
                    triage | <text>&gt;= 2</text> | <text>&gt;= 3</text>
                    triage | "shop","marketplace","" | "shop","marketplace"
                    way-back | <text>&lt; 2</text> | <text>&lt;= 1</text>
                    way-back | 20000 | 31500
                    way-back | not("lost","returned") | "delivered_unsigned","delivered_signed","in_transit","unknown","none"
                    """)
    void letsInWhatIsMeant(String file, String right, String wrong) {
        assertThat(tables.changed(file + ".dmn", right, wrong)).noneMatch(Finding::isError);
    }
}
