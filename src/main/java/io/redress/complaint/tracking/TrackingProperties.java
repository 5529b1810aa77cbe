package io.redress.complaint.tracking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for the links by which customers reach us.
 *
 * @param baseUrl the address of this application as customers and staff see it, without a slash at the end
 */
@Validated
@ConfigurationProperties("redress")
record TrackingProperties(
        @NotBlank
        @Pattern(
                regexp = "https?://.*[^/]",
                message = "must be an address such as https://redress.example, without a slash at the end")
        String baseUrl,

        @NotNull @Valid @DefaultValue Tracking tracking) {

    /**
     * @param secret what customers' links are signed with; who knows it can read every case
     * @param validFor how long a link opens the customer's page, counted from the registration of the case
     */
    record Tracking(
            @NotBlank @Size(min = 32, message = "must have at least 32 characters")
            String secret,

            @NotNull @DefaultValue("P365D") Duration validFor) {}
}
