package io.redress.people.login;

import io.redress.core.input.JsonBounds;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.Workplaces;
import io.redress.engine.command.UnrestrictedQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * The check of name and password by the engine's user administration, as often as it may be tried. The groups become
 * the authorities.
 */
@Component
public class EngineLogin implements AuthenticationProvider {

    /** Groups that are known without a question to be no team, or to need no authority of one. */
    private static final Set<String> NO_TEAMS =
            Set.of(Groups.HANDLERS, Groups.LEADS, Groups.MANAGERS, Groups.SYSTEMS, Groups.ADMINISTRATORS);

    private static final int LONGEST_NAME = 255;

    private final IdentityService identity;
    private final UnrestrictedQueries unrestricted;
    private final People people;
    private final LoginTries tries;
    private final KnownDevice device;
    private final ObjectProvider<Workplaces> workplaces;

    EngineLogin(
            IdentityService identity,
            UnrestrictedQueries unrestricted,
            People people,
            LoginTries tries,
            KnownDevice device,
            ObjectProvider<Workplaces> workplaces) {
        this.identity = identity;
        this.unrestricted = unrestricted;
        this.people = people;
        this.tries = tries;
        this.device = device;
        this.workplaces = workplaces;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        var id = claimed.getName();
        var password = String.valueOf(claimed.getCredentials());
        if (!isRight(id, password)) {
            throw new BadCredentialsException("The name or the password is wrong");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                id, null, AuthorityUtils.createAuthorityList(authorities(people.groupsOf(id))));
    }

    private boolean isRight(String id, String password) {
        try {
            return tries.check(
                    device.attempt(id, password),
                    () -> mayExist(id, password) && unrestricted.ask(() -> identity.checkPassword(id, password)));
        } catch (TooManyTries tooMany) {
            throw new LoginLater(tooMany);
        }
    }

    /** Nobody has a login or a password that is longer than any that can be given. */
    private static boolean mayExist(String id, String password) {
        return id.indexOf('\0') < 0 && id.length() <= LONGEST_NAME && password.length() <= JsonBounds.LONGEST_TEXT;
    }

    private List<String> authorities(List<String> groups) {
        var authorities = new ArrayList<>(groups);
        var others = groups.stream().filter(group -> !NO_TEAMS.contains(group)).toList();
        if (workplaces.stream().anyMatch(places -> others.stream().anyMatch(places::isTeam))) {
            authorities.add(Groups.TEAM_MEMBER);
        }
        return authorities;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
