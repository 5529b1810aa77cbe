package io.redress.engine.settings;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's user administration without its own lock, which after ten wrong passwords closes a login for ever, to
 * its owner too. Guessing is slowed down by the callers that have a password checked; here a password is right or
 * wrong, and finding that out takes as long for a login that does not exist.
 */
class UnlockedLogins implements SessionFactory {

    private final UserEntity nobody = new UserEntity();

    @Override
    public Class<?> getSessionType() {
        return Provider.class;
    }

    @Override
    public Session openSession() {
        return new Provider();
    }

    /** A user whom no password fits, because nobody knows what was hashed. */
    private synchronized UserEntity nobody() {
        if (nobody.getPassword() == null) {
            var configuration = Context.getProcessEngineConfiguration();
            nobody.setSalt(configuration.getSaltGenerator().generateSalt());
            nobody.setDbPassword(configuration
                    .getPasswordManager()
                    .encrypt(configuration.getSaltGenerator().generateSalt()));
        }
        return nobody;
    }

    private final class Provider extends DbIdentityServiceProvider {

        @Override
        public boolean checkPassword(String userId, String password) {
            if (userId == null || password == null) {
                return false;
            }
            var user = findUserById(userId);
            var matches = matchPassword(password, user == null ? nobody() : user);
            return matches && user != null;
        }
    }
}
