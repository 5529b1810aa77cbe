package io.redress.redesign.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A table that would lose a clock or a rung never reaches the live system; the last good one stays in force. */
@SandboxTest
class ClockTablesTest {

    @Autowired
    SandboxDriver world;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    service-level | "PT15M"  | "-PT15M"     | row 1: the time allowed must be positive
                    service-level | "PT40H"  | "five days"  | the time allowed must be a duration such as
                    service-level | "always" | "weekends"   | there is no calendar
                    service-level | <text>"acknowledgement"</text> | <text>"breakfast"</text> | is no clock that is given time
                    service-level | <text>"acknowledgement"</text> | <text>"breakfast"</text> | no row of acknowledgement fits always
                    service-level | <text>"gold"</text> | <text></text> | is never reached
                    triage | <text>"handlers"</text> | <text>"handler"</text> | there is no team "handler"
                    triage | <text>teamBefore</text> | <text>owner</text> | the team must be one text within quotation marks
                    escalation    | <text>200</text> | <text>-1</text>  | the percentage must be a whole number of 0 or more
                    escalation    | <text>"half"</text> | <text>"reminder"</text> | is there already for this clock
                    escalation    | <text>"managers"</text> | <text>"everybody"</text> | there is nobody called
                    escalation    | <text>"reassign"</text> | <text>"shout"</text> | nothing that can happen at a rung
                    legal-deadline | "refund_agreed"</text> | "refund_promised"</text> | there is no event "refund_promised"
                    legal-deadline | "withdrawal_told"</text> | </text> | the event must be named
                    legal-deadline | "GB"</text> | "UK"</text> | there is no country "UK"
                    legal-deadline | "GB"</text> | "AT","GB"</text> | row 8: the clock "Answer to data request" is there already, as row 7 can fit too
                    legal-deadline | "defective","wrong_item" | starts with("defect") | the claim must be words such as
                    legal-deadline | <text>"duty"</text> | <text>"wish"</text> | must be "duty" or "right"
                    legal-deadline | <text>14</text> | <text>0</text> | the amount must be a whole number from 1
                    legal-deadline | <text>14</text> | <text>-14</text> | the amount must be a whole number from 1
                    legal-deadline | "months" | "moons" | is no unit of time
                    legal-deadline | "beginning_with" | "including" | is no way to count
                    legal-deadline | <text>false</text> | <text>maybe</text> | rolls over must be true or false
                    legal-deadline | <text>"standard"</text> | <text>"weekends"</text> | there is no calendar
                    legal-deadline | <text>"standard"</text> | <text>"always"</text> | knows no working days
                    legal-deadline | "legal.refundBy" | "legal.refundSoon" | no letter has words for "legal.refundSoon"
                    legal-deadline | "legal.refundBy" | "signature" | no letter has words for "signature"
                    legal-deadline | "P6Y" | "six years" | how long to keep must be a period such as
                    legal-deadline | "P6Y" | "-P6Y" | how long to keep must be a period such as
                    legal-deadline | "Directive 2011/83/EU Art. 13(1)" | "" | the law must be named
                    """)
    void tableThatWouldLieIsRefusedWithItsRowAndReason(String file, String right, String wrong, String reason)
            throws IOException {
        String table = Files.readString(Path.of("processes", file + ".dmn"));
        assertThat(table).contains(right);
        long before = repository.createDecisionDefinitionQuery().count();

        var answer = Client.program(world.baseUrl(), "manager")
                .deploy("/engine-rest/deployment/create", file + ".dmn", table.replace(right, wrong));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("message").asText())
                .containsIgnoringCase("row")
                .containsIgnoringCase(reason);
        assertThat(repository.createDecisionDefinitionQuery().count()).isEqualTo(before);
    }
}
