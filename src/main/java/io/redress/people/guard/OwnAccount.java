package io.redress.people.guard;

import io.redress.engine.command.UnrestrictedQueries;
import io.redress.people.login.KnownDevice;
import io.redress.people.login.LoginTries;
import io.redress.people.login.LoginTry;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The rule that people change their own profile and password; those of others are the administrator's business. Whoever
 * changes a password gives their own once more; it cannot be guessed in an open session, either.
 */
@Component
@Order(4)
class OwnAccount implements CallRule {

    private static final Pattern ACCOUNT = Pattern.compile("/user/([^/]+)/(profile|credentials)");

    private final LoginTries tries;
    private final IdentityService identity;
    private final UnrestrictedQueries unrestricted;

    OwnAccount(LoginTries tries, IdentityService identity, UnrestrictedQueries unrestricted) {
        this.tries = tries;
        this.identity = identity;
        this.unrestricted = unrestricted;
    }

    @Override
    public void check(EngineCall call) {
        var account = ACCOUNT.matcher(call.path());
        var foreign = account.matches() && !account.group(1).equals(call.user());
        if (foreign && call.method().equals("PUT") && !call.isByAdministrator()) {
            throw RefusedCall.forbidden("Only the administrator changes somebody else's account");
        }
        var own = call.body().path("authenticatedUserPassword");
        if (account.matches() && own.isTextual()) {
            // The engine checks it again and says what is wrong.
            tries.check(
                    new LoginTry(call.user(), own.textValue(), "", Optional.of(KnownDevice.SESSION)),
                    () -> unrestricted.ask(() -> identity.checkPassword(call.user(), own.textValue())));
        }
    }
}
