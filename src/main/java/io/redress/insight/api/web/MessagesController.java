package io.redress.insight.api.web;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.correspondence.Correspondence;
import io.redress.conversation.outbox.Message;
import io.redress.core.text.EnumWords;
import io.redress.intake.registration.CaseAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API for the conversation of a case: what the customer said, the complaint itself first, and what they have been
 * sent or told. What waits to be sent is not said yet, and is not in it.
 */
@RestController
@RequestMapping("/api/complaints/{caseNumber}/messages")
@Tag(name = "Complaints")
class MessagesController {

    private static final int PAGE = 1_000;

    /** What is written between the customer and us is for the two of us. */
    private static final String PRIVATE = "private";

    private final CaseAccess access;
    private final Correspondence correspondence;

    MessagesController(CaseAccess access, Correspondence correspondence) {
        this.access = access;
        this.correspondence = correspondence;
    }

    @Schema(name = "CaseMessage")
    record MessageView(
            UUID id,

            @Schema(description = "When it was received, sent or told.")
            OffsetDateTime at,

            @Schema(
                    description = "From the customer, or to them.",
                    allowableValues = {"in", "out"})
            String direction,

            @Schema(
                    description = "Who can read it: the customer and we, or everybody.",
                    allowableValues = {"private"})
            String visibility,

            @Schema(
                    description = "Who speaks: the customer, a member of staff, or the engine by its rules.",
                    allowableValues = {"customer", "person", "rules"})
            String origin,

            @Schema(
                    description =
                            "The customer’s name, the login of who speaks, or redress; null where it is not known.")
            String author,

            @Schema(description = "By which way it went; null where that was not kept.")
            String channel,

            @Schema(description = "The language it is in, as a BCP 47 tag; null where it is not known.")
            String locale,

            @Schema(description = "What is said, as plain text; null where you may not know of the order it tells of.")
            String text,

            @Schema(description = "The ids of the files that came with it.")
            List<String> attachments) {

        MessageView saying(String other) {
            return new MessageView(id, at, direction, visibility, origin, author, channel, locale, other, attachments);
        }
    }

    @Schema(name = "CaseMessages")
    record MessagesView(List<MessageView> items) {}

    @GetMapping
    @Operation(
            operationId = "readMessages",
            summary = "Read what was said in a case, oldest first",
            description = "The complaint itself is the first message. Page 0 holds the latest thousand, page 1 the"
                    + " thousand before them.")
    MessagesView read(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "Pages are counted from 0.") int page,
            Principal reader) {
        Complaint complaint = access.open(caseNumber, reader.getName());
        boolean ofOrder = access.mayKnowOrder(complaint, reader.getName());
        long before = (long) page * PAGE;
        List<Message> heard = correspondence.heard(complaint.number(), before, PAGE);
        Stream<MessageView> first = isOldest(complaint.number(), heard, before) && !complaint.isOurOwn()
                ? Stream.of(complained(complaint))
                : Stream.empty();
        Stream<MessageView> later = heard.stream().map(message -> view(complaint, message, ofOrder));
        return new MessagesView(Stream.concat(first, later)
                .map(one -> one.saying(one.text() == null ? null : access.readable(one.text(), reader.getName())))
                .toList());
    }

    /** Whether nothing but the complaint was said before these messages. */
    private boolean isOldest(CaseNumber caseNumber, List<Message> heard, long before) {
        return heard.isEmpty()
                ? before == 0
                        || !correspondence.heard(caseNumber, before - 1, 1).isEmpty()
                : heard.size() < PAGE;
    }

    private static MessageView complained(Complaint complaint) {
        return new MessageView(
                UUID.nameUUIDFromBytes(complaint.number().value().getBytes(StandardCharsets.UTF_8)),
                CaseViews.utc(complaint.receivedAt()),
                EnumWords.word(Message.Direction.IN),
                PRIVATE,
                EnumWords.word(Message.Origin.CUSTOMER),
                complaint.customer().name(),
                EnumWords.word(complaint.channel()),
                complaint.customer().locale(),
                complaint.description(),
                List.of());
    }

    private static MessageView view(Complaint complaint, Message message, boolean ofOrder) {
        boolean theirs = message.direction() == Message.Direction.IN;
        return new MessageView(
                message.id(),
                CaseViews.utc(message.doneAt()),
                EnumWords.word(message.direction()),
                PRIVATE,
                EnumWords.word(message.origin()),
                theirs ? complaint.customer().name() : message.signedBy(),
                message.status() == Message.Status.SENT ? EnumWords.word(Channel.EMAIL) : null,
                message.locale().equals(Locale.ROOT) || theirs
                        ? null
                        : message.locale().toLanguageTag(),
                message.confidential() && !ofOrder ? null : message.words(),
                List.of());
    }
}
