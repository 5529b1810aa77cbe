package io.redress.complaint.customer;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings by which contacts are read.
 *
 * @param region the country whose phone numbers are written without a prefix, as in ISO 3166-1; empty for none
 */
@Validated
@ConfigurationProperties("redress")
public record ContactProperties(@DefaultValue("") String region) {

    @AssertTrue(message = "REDRESS_REGION (redress.region) must be a country such as DE, or empty")
    boolean isRegionKnown() {
        return region.isEmpty() || PhoneNumber.isRegion(region);
    }
}
