package io.redress.intake.registration;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the intake.
 *
 * @param vouchingClients the logins of systems that vouch for orders, and for the complainant being the buyer
 */
@ConfigurationProperties("redress.security")
record IntakeProperties(@DefaultValue List<String> vouchingClients) {

    boolean vouches(String client) {
        return vouchingClients.contains(client);
    }
}
