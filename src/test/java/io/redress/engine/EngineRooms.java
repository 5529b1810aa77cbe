package io.redress.engine;

import static org.mockito.Mockito.mock;

import io.redress.complaint.Complaints;
import io.redress.visibility.Visibility;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The rooms around the engine alone, without the complaint's own glue: there are no cases that anybody could see. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.redress.engine",
            "io.redress.security",
            "io.redress.limits",
            "io.redress.login",
            "io.redress.redesign"
        },
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.redress\\.engine\\.Complaint.*"))
@ConfigurationPropertiesScan({"io.redress.limits", "io.redress.login"})
public class EngineRooms {

    @Bean
    Complaints complaints() {
        return mock(Complaints.class);
    }

    @Bean
    Visibility visibility() {
        return mock(Visibility.class);
    }
}
