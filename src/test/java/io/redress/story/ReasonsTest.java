package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.sandbox.SandboxOrder;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager gives a decision another reason: every customer reads it in their language, or it is not deployed. */
@SandboxTest
class ReasonsTest {

    private static final Path TABLE = Path.of("processes/remedy.dmn");

    @Autowired
    SandboxDriver world;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(world);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "\"lost_parcle\"#there are no words for the reason \"lost_parcle\"",
                "\"Your parcel did not reach you.\"#is a sentence in one language",
                "\"en: It was lost. | de: Es ging verloren.\"#has no words in zh, zh-Hant",
                "\"\"#the reason must be one text within quotation marks"
            })
    void aReasonThatNotEveryCustomerReadsIsRefused(String reason, String finding) throws IOException {
        var answer = deploy(reason);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("message").asText())
                .contains("rule_lostParcel: row 1: ")
                .containsIgnoringCase(finding);
    }

    @Test
    void wordsOfTheManagersOwnReachTheCustomerInTheirLanguage() throws IOException {
        var answer = deploy("\"en: The sea was rough. | de: Die See war rau. | zh: 风浪很大。 | zh-Hant: 風浪很大。\"");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        try {
            SandboxOrder order = world.copyOf("R-1001");
            String address = order.customer().email();
            Filed filed = desk.file(aComplaint()
                    .claiming("not_received")
                    .speaking("de")
                    .aboutOrder(order.number())
                    .from(address));

            String letter = desk.awaitMail(address, "Die See war rau.").text();

            assertThat(letter).containsOnlyOnce("Sie haben recht").doesNotContain("The sea");
            desk.awaitEntry(filed.caseNumber(), "decided", "upheld: The sea was rough.");
        } finally {
            assertThat(deploy("\"lost_parcel\"").status()).isEqualTo(200);
        }
    }

    /** Another reason for what evidence alone proves to be a lost parcel. */
    private Client.Answer deploy(String reason) throws IOException {
        String shipped = Files.readString(TABLE);
        String cell = "<outputEntry id=\"outputEntry_lostParcel_reason\">\n          <text>";
        assertThat(shipped).contains(cell + "\"lost_parcel\"");
        return Client.program(world.baseUrl(), "manager")
                .deploy(
                        "/engine-rest/deployment/create",
                        "remedy.dmn",
                        shipped.replace(cell + "\"lost_parcel\"", cell + reason));
    }
}
