package io.redress.insight.news;

import io.redress.conversation.outbox.Message;
import io.redress.conversation.outbox.MessageSent;
import io.redress.core.text.EnumWords;
import io.redress.outside.webhook.CaseEvent;
import io.redress.outside.webhook.CaseEvents;
import io.redress.outside.webhook.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other systems hear of messages to customers, with their text. */
@Component
class MessageNews {

    private final CaseEvents events;

    MessageNews(CaseEvents events) {
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void sent(MessageSent sent) {
        Message message = sent.message();
        events.tell(new CaseEvent(
                message.caseNumber(),
                EventType.MESSAGE_SENT,
                sent.at(),
                message.id().toString(),
                () -> data(message, sent.channel())));
    }

    private static Map<String, Object> data(Message message, String channel) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("messageId", message.id().toString());
        data.put("channel", channel);
        // Where it answers what came in elsewhere in public; nothing does yet.
        data.put("source", null);
        data.put("inReplyTo", null);
        data.put("visibility", "private");
        data.put("origin", EnumWords.word(message.origin()));
        data.put("author", message.signedBy());
        data.put("locale", message.locale().toLanguageTag());
        // Without the link to the customer's page, which opens it to whoever has it.
        data.put("text", message.words());
        return data;
    }
}
