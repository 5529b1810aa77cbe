package io.redress.engine.port;

import io.redress.complaint.timeline.CaseNumber;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The process {@code sendMessage}, which sends one message as often as it takes. */
@Component
public class SendMessageProcess {

    private final SideProcesses beside;

    SendMessageProcess(SideProcesses beside) {
        this.beside = beside;
    }

    /** Sends a stored message, with as many attempts as it takes. */
    public void start(CaseNumber caseNumber, String messageId) {
        beside.start(caseNumber, "sendMessage", Map.of(ComplaintVariables.MESSAGE_ID.name(), messageId));
    }
}
