package io.redress.remedy.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.remedy.ledger.Journal.Link;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The check of a case's hash chain: computes it anew, as an auditor would. */
@Component
class JournalCheck {

    private final ObjectMapper json;

    JournalCheck(ObjectMapper json) {
        this.json = json;
    }

    /** Whether no link is missing, changed, or says anything else than what was hashed. */
    boolean holds(CaseNumber caseNumber, List<Link> links) {
        String previous = Journal.BEGINNING;
        int position = 1;
        for (Link link : links) {
            boolean holds = link.position() == position
                    && link.previousHash().equals(previous)
                    && link.hash().equals(hash(previous, link.content()))
                    && saysTheSame(caseNumber, link);
            if (!holds) {
                return false;
            }
            previous = link.hash();
            position++;
        }
        return true;
    }

    private boolean saysTheSame(CaseNumber caseNumber, Link link) {
        try {
            JsonNode content = json.readTree(link.content());
            return content.path("case").asText().equals(caseNumber.value())
                    && content.path("position").asInt() == link.position()
                    && content.at("/remedy/id").asText().equals(link.remedyId().toString())
                    && Objects.equals(text(content, "from"), name(link.from()))
                    && Objects.equals(text(content, "to"), name(link.to()))
                    && Objects.equals(text(content, "actor"), link.actor())
                    && Objects.equals(text(content, "reason"), link.reason())
                    && Instant.parse(content.path("at").asText()).equals(link.at());
        } catch (JsonProcessingException changed) {
            return false;
        }
    }

    private static String text(JsonNode content, String field) {
        return content.path(field).isNull() ? null : content.path(field).asText();
    }

    private static String name(RemedyStatus status) {
        return status == null ? null : status.name();
    }

    private static String hash(String previous, String content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] text = (previous + "\n" + content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(text));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
