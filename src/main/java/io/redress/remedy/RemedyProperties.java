package io.redress.remedy;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Settings of what we pay and send. */
@Validated
@ConfigurationProperties("redress")
record RemedyProperties(@NotNull @DefaultValue StopSwitchSettings stopSwitch) {

    /** @param initiallyHeld whether nothing is paid or sent before a manager first turns the switch */
    record StopSwitchSettings(@DefaultValue("true") boolean initiallyHeld) {}
}
