package io.redress.security;

import io.redress.engine.People;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Checks name and password with the engine's user administration, which also locks an account out for a while after
 * repeated failures. The groups become the authorities.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final House house;
    private final People people;

    EngineLogin(IdentityService identity, House house, People people) {
        this.identity = identity;
        this.house = house;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        var id = claimed.getName();
        var password = String.valueOf(claimed.getCredentials());
        if (id.indexOf('\0') >= 0 || !house.ask(() -> identity.checkPassword(id, password))) {
            throw new BadCredentialsException("The name or the password is wrong");
        }
        var groups = people.groupsOf(id).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(id, null, AuthorityUtils.createAuthorityList(groups));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
