package io.redress.people.login;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings that slow down guessing, {@code redress.login.*}. Only wrong passwords count.
 *
 * @param nameTries wrong passwords for one name at once, from all places where it has not logged in before
 * @param placeTries wrong passwords for one name at once from one place where it has
 * @param addressTries wrong passwords from one address at once, for all names that have not logged in from there
 * @param passwordTries times that one and the same wrong password is checked, whatever the name and address
 * @param every after each of these times, one more attempt is checked
 * @param rememberedFor how long a place is remembered where somebody has logged in
 */
@Validated
@ConfigurationProperties("redress.login")
record LoginProperties(
        @Min(1) @DefaultValue("10") int nameTries,
        @Min(1) @DefaultValue("10") int placeTries,
        @Min(1) @DefaultValue("30") int addressTries,
        @Min(1) @DefaultValue("20") int passwordTries,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("PT10S")
        Duration every,

        @NotNull @DurationMin(days = 1) @DefaultValue("P90D")
        Duration rememberedFor) {}
