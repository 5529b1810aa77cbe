package io.redress.people.guard;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rule that what a customer says comes in through the complaint's own API, which records who passed it on; as a
 * bare message in the engine it would be anybody's word for the customer's.
 */
@Component
@Order(5)
class CustomerVoice implements CallRule {

    private static final Set<String> CUSTOMERS =
            Set.of("redress.customerReplied", "redress.customerWrote", "redress.withdrawn", "redress.followUpAnswered");

    private static final Pattern TRIGGER = Pattern.compile("/execution/[^/]+/messageSubscriptions/([^/]+)/trigger");

    @Override
    public void check(EngineCall call) {
        if (!call.method().equals("POST")) {
            return;
        }
        var trigger = TRIGGER.matcher(call.path());
        var named = trigger.matches()
                ? trigger.group(1)
                : call.path().equals("/message")
                        ? call.body().path("messageName").asText("")
                        : "";
        if (CUSTOMERS.contains(named)) {
            throw RefusedCall.forbidden("Pass on what a customer says by POST /api/complaints/{caseNumber}/messages, or"
                    + " …/withdrawal, which keep who did");
        }
    }
}
