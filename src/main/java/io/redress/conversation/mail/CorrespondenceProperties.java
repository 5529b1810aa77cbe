package io.redress.conversation.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the correspondence.
 *
 * @param baseUrl the address of this application as staff see it, without a slash at the end
 * @param zone the zone of staff, and of customers who did not name theirs
 */
@Validated
@ConfigurationProperties("redress")
public record CorrespondenceProperties(
        @NotBlank String baseUrl,
        @NotNull @DefaultValue("UTC") ZoneId zone,
        @NotNull @Valid @DefaultValue Mail mail,
        @NotNull @DefaultValue Alerts alerts) {

    /**
     * How alerts to staff are gathered, so that what happens together is told in one mail.
     *
     * @param quiet a person's mail goes out once nothing has been added to it for so long
     * @param longest however much is added, it goes out after so long; nobody gets mails faster than that
     */
    public record Alerts(
            @NotNull @DefaultValue("PT10S") Duration quiet,
            @NotNull @DefaultValue("PT1M") Duration longest) {}

    /**
     * @param from the sender of every mail, such as {@code Redress <service@example.com>}
     * @param deadline how long sending one mail may take altogether; the time-outs of the mail server's connection only
     *     limit each wait for it
     */
    record Mail(
            @NotBlank String from,
            @NotNull @DefaultValue("PT20S") Duration deadline) {}
}
