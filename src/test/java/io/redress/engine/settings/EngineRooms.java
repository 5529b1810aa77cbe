package io.redress.engine.settings;

import static org.mockito.Mockito.mock;

import io.redress.complaint.file.Complaints;
import io.redress.people.visibility.Visibility;
import io.redress.people.visibility.VisibleCases;
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
            "io.redress.core.database",
            "io.redress.core.http",
            "io.redress.core.startup",
            "io.redress.engine",
            "io.redress.people.casedoor",
            "io.redress.people.connection",
            "io.redress.people.guard",
            "io.redress.people.limit",
            "io.redress.people.login",
            "io.redress.people.security",
            "io.redress.people.setup",
            "io.redress.redesign.diagram",
            "io.redress.redesign.difference",
            "io.redress.redesign.gate",
            "io.redress.redesign.lint",
            "io.redress.redesign.model",
            "io.redress.redesign.release"
        },
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.redress\\.engine\\.port\\.Complaint.*"))
@ConfigurationPropertiesScan({"io.redress.people.limit", "io.redress.people.login"})
public class EngineRooms {

    @Bean
    Complaints complaints() {
        return mock(Complaints.class);
    }

    @Bean
    Visibility visibility() {
        return mock(Visibility.class);
    }

    @Bean
    VisibleCases visibleCases() {
        return mock(VisibleCases.class);
    }
}
