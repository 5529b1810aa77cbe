package io.redress.people.setup;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator, needed only while there is none.
 *
 * @param user the login
 * @param password a password that keeps the engine's rules for passwords
 */
@ConfigurationProperties("redress.admin")
record AdministratorProperties(String user, String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "AdministratorProperties[user=" + user + "]";
    }
}
