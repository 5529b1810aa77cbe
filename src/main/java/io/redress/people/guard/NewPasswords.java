package io.redress.people.guard;

import io.redress.engine.command.UnrestrictedQueries;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rule that says what a new password lacks, where the engine would only fail. */
@Component
@Order(6)
class NewPasswords implements CallRule {

    private static final Pattern CREDENTIALS = Pattern.compile("/user/([^/]+)/credentials");
    private static final String CREATION = "/user/create";

    private static final Map<String, String> WORDS = Map.of(
            "PASSWORD_POLICY_LENGTH", "at least {minLength} characters",
            "PASSWORD_POLICY_LOWERCASE", "at least {minLowerCase} lower case letter",
            "PASSWORD_POLICY_UPPERCASE", "at least {minUpperCase} upper case letter",
            "PASSWORD_POLICY_DIGIT", "at least {minDigit} digit",
            "PASSWORD_POLICY_SPECIAL", "at least {minSpecial} character that is neither letter nor digit",
            "PASSWORD_POLICY_USER_DATA", "nothing of the login, the name or the mail address");

    private final IdentityService identity;
    private final UnrestrictedQueries unrestricted;

    NewPasswords(IdentityService identity, UnrestrictedQueries unrestricted) {
        this.identity = identity;
        this.unrestricted = unrestricted;
    }

    @Override
    public void check(EngineCall call) {
        var credentials = CREDENTIALS.matcher(call.path());
        if (call.method().equals("PUT") && credentials.matches()) {
            check("password", call.body().path("password").asText(""), credentials.group(1));
        } else if (call.method().equals("POST") && call.path().equals(CREATION)) {
            var login = call.body().path("profile").path("id").asText("");
            check(
                    "credentials.password",
                    call.body().at("/credentials/password").asText(""),
                    login);
        }
    }

    private void check(String field, String password, String login) {
        if (password.isEmpty()) {
            throw RefusedCall.badField(field, "is missing");
        }
        var result = unrestricted.ask(() -> identity.checkPasswordAgainstPolicy(
                password, identity.createUserQuery().userId(login).singleResult()));
        if (!result.isValid()) {
            throw RefusedCall.badField(
                    field,
                    result.getViolatedRules().stream()
                            .map(NewPasswords::words)
                            .collect(Collectors.joining("; ", "the password needs ", "")));
        }
    }

    private static String words(PasswordPolicyRule rule) {
        var words = WORDS.getOrDefault(rule.getPlaceholder(), rule.getPlaceholder());
        for (var parameter : rule.getParameters().entrySet()) {
            words = words.replace("{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
        }
        return words;
    }
}
