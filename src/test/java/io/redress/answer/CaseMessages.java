package io.redress.answer;

import java.time.Instant;
import java.util.List;

/** What was said in a case, oldest first. */
public record CaseMessages(List<CaseMessage> items) {

    public record CaseMessage(
            String id,
            Instant at,
            String direction,
            String visibility,
            String origin,
            String author,
            String channel,
            String locale,
            String text,
            List<String> attachments) {}
}
