package io.redress.core.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** An operator reads which variable to set, and nobody reads a secret. */
class InvalidSettingsTest {

    record House(
            @NotBlank String baseUrl, @Valid @DefaultValue Tracking tracking) {

        @AssertTrue(message = "a live key beside a test key")
        boolean isSound() {
            return false;
        }
    }

    record Tracking(
            @NotBlank @Size(min = 32, message = "must be longer")
            String linkSecret) {}

    @Test
    void aMissingSettingIsNamedByItsVariable() {
        assertThat(said(Map.of()))
                .contains("HOUSE_BASE_URL (house.base-url) must not be blank")
                .contains("HOUSE_TRACKING_LINK_SECRET (house.tracking.link-secret) must not be blank");
    }

    @Test
    void theValueIsNotRepeated() {
        assertThat(said(Map.of("house.tracking.link-secret", "hush")))
                .contains("HOUSE_TRACKING_LINK_SECRET (house.tracking.link-secret) must be longer")
                .doesNotContain("hush");
    }

    @Test
    void whatIsWrongWithSeveralSettingsTogetherIsSaidInItsOwnWords() {
        assertThat(said(Map.of())).contains("a live key beside a test key").doesNotContain("HOUSE_SOUND");
    }

    private static String said(Map<String, String> settings) {
        try (var validator = new LocalValidatorFactoryBean()) {
            validator.afterPropertiesSet();
            var binder = new Binder(new MapConfigurationPropertySource(settings));
            var failure = catchThrowable(
                    () -> binder.bindOrCreate("house", Bindable.of(House.class), new ValidationBindHandler(validator)));
            assertThat(failure).isInstanceOf(BindException.class);
            return new StartFailures().analyze(failure).getDescription();
        }
    }
}
