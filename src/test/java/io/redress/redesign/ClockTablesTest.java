package io.redress.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.security.Client;
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
                    service-level | "PT15M"  | "-PT15M"     | row 1 (The automatic acknowledgement; it takes seconds unless something is broken.): the time allowed must be positive
                    service-level | "PT40H"  | "five days"  | the time allowed must be a duration such as
                    service-level | "always" | "weekends"   | there is no calendar
                    service-level | <text>"acknowledgement"</text> | <text>"breakfast"</text> | is no clock that is given time
                    service-level | <text>"acknowledgement"</text> | <text>"breakfast"</text> | no row of acknowledgement fits always
                    service-level | <text>"gold"</text> | <text></text> | is never reached
                    escalation    | <text>200</text> | <text>-1</text>  | the percentage must be a whole number above 0
                    escalation    | <text>"half"</text> | <text>"reminder"</text> | is there already for this clock
                    escalation    | <text>"managers"</text> | <text>"everybody"</text> | there is nobody called
                    escalation    | <text>"reassign"</text> | <text>"shout"</text> | nothing that can happen at a rung
                    """)
    void tableThatWouldLieIsRefusedWithItsRowAndReason(String file, String right, String wrong, String reason)
            throws IOException {
        String table = Files.readString(Path.of("processes", file + ".dmn"));
        assertThat(table).contains(right);
        long before = repository.createDecisionDefinitionQuery().count();

        var answer = Client.program(world.baseUrl(), "manager")
                .deploy("/engine-rest/deployment/create", file + ".dmn", table.replace(right, wrong));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("row", reason);
        assertThat(repository.createDecisionDefinitionQuery().count()).isEqualTo(before);
    }
}
