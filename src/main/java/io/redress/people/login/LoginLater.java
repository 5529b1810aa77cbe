package io.redress.people.login;

import org.springframework.security.authentication.AccountStatusException;

/**
 * The exception for a login that was not checked, with the time when the next one is; of a type after which Spring
 * Security asks no other provider.
 */
class LoginLater extends AccountStatusException {

    private static final long serialVersionUID = 1L;

    private final transient TooManyTries tries;

    LoginLater(TooManyTries tries) {
        super(tries.sentence());
        this.tries = tries;
    }

    long seconds() {
        return tries.seconds();
    }
}
