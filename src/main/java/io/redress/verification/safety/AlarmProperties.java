package io.redress.verification.safety;

import io.redress.complaint.customer.EmailAddress;
import io.redress.core.startup.InvalidSetting;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the alarm.
 *
 * @param alarmTo mail addresses, such as an on-call service's or an SMS gateway's, that hear of certain danger at any hour
 * @param alarmEvery how long until the alarm is given again
 */
@ConfigurationProperties("redress")
record AlarmProperties(
        @DefaultValue List<String> alarmTo,
        @DefaultValue("PT15M") Duration alarmEvery) {

    AlarmProperties {
        alarmTo = alarmTo.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        alarmTo.stream()
                .filter(one -> EmailAddress.parse(one).isEmpty())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new InvalidSetting(
                            "the address that hears of people in danger is no mail address: " + wrong,
                            "set REDRESS_ALARM_TO to mail addresses with commas between, such as oncall@example.com");
                });
        if (alarmEvery.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new InvalidSetting(
                    "the alarm cannot be given again after " + alarmEvery,
                    "set REDRESS_ALARM_EVERY to one minute (PT1M) or more");
        }
    }
}
