package io.redress.security;

import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everyone may change their own profile and password; another's are the administrator's business. */
@Component
@Order(4)
class OwnAccount implements CallRule {

    private static final Pattern ACCOUNT = Pattern.compile("/user/([^/]+)/(profile|credentials)");

    @Override
    public void check(EngineCall call) {
        var account = ACCOUNT.matcher(call.path());
        var foreign = account.matches() && !account.group(1).equals(call.user());
        if (foreign && call.method().equals("PUT") && !call.isByAdministrator()) {
            throw Refused.forbidden("Only the administrator changes somebody else's account");
        }
    }
}
