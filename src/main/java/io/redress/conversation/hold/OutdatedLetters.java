package io.redress.conversation.hold;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Status;
import io.redress.conversation.letter.MessageKind;
import io.redress.conversation.outbox.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The check whether a letter that waited says something that is no longer true. */
final class OutdatedLetters {

    private static final Set<MessageKind> ENDS_WAITING =
            EnumSet.of(MessageKind.DECISION, MessageKind.FINAL_ANSWER, MessageKind.WITHDRAWAL);

    private OutdatedLetters() {}

    /**
     * @param conversation everything to and from the customer, oldest first
     * @param dead whether the customer has died, whom nobody asks whether all is well
     */
    static boolean is(Message message, Complaint complaint, List<Message> conversation, boolean dead) {
        return switch (message.kind()) {
            case ACKNOWLEDGEMENT, REOPENED -> complaint.hasEnded() || hasLater(message, conversation, ENDS_WAITING);
            case HOLDING ->
                complaint.hasEnded()
                        || hasLater(message, conversation, ENDS_WAITING)
                        || hasLater(message, conversation, Set.of(MessageKind.HOLDING));
            case QUESTION -> !complaint.isQuestionOpen();
            case REMINDER ->
                !complaint.isQuestionOpen() || hasLater(message, conversation, Set.of(MessageKind.REMINDER));
            case FOLLOW_UP -> dead || complaint.status() != Status.WAITING_FOR_FOLLOW_UP;
            case RETURN_REMINDER -> hasLater(message, conversation, Set.of(MessageKind.RETURN_OUTCOME));
            default -> false;
        };
    }

    private static boolean hasLater(Message message, List<Message> conversation, Set<MessageKind> kinds) {
        return conversation.stream()
                .dropWhile(other -> !other.id().equals(message.id()))
                .skip(1)
                .anyMatch(later -> kinds.contains(later.kind()) && later.status() != Message.Status.DROPPED);
    }
}
