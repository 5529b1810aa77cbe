package io.redress.people.login;

import org.springframework.security.authentication.AccountStatusException;

/** A login that was not looked at, and when the next one is; of a kind after which nobody else is asked. */
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
