package io.redress.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.FieldError;

/** Limits that make no sense are refused at start, by name. */
class OutsidePropertiesTest {

    @EnableConfigurationProperties(OutsideProperties.class)
    static class Settings {}

    @ParameterizedTest
    @CsvSource({
        "concurrent-calls, 0",
        "window, 0",
        "minimum-calls, 0",
        "minimum-calls, 11",
        "failure-rate, 0",
        "failure-rate, 101",
        "slow-call, PT0S",
        "slow-rate, 101",
        "pause, PT-1S",
        "probes, 0",
        "patience, PT-1H"
    })
    void badSettingIsNamed(String name, String value) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(Settings.class)
                .withPropertyValues("redress.outside." + name + "=" + value)
                .run(context -> assertThat(refused(context.getStartupFailure()))
                        .anyMatch(setting -> setting.equals(name) || setting.contains("redress.outside." + name)));
    }

    /** The names of single settings, and the sentences about several. */
    private static Stream<String> refused(Throwable failure) {
        BindValidationException invalid = (BindValidationException) NestedExceptionUtils.getRootCause(failure);
        return invalid.getValidationErrors().getAllErrors().stream()
                .flatMap(error -> Stream.of(
                        DataObjectPropertyName.toDashedForm(((FieldError) error).getField()),
                        error.getDefaultMessage()));
    }
}
