package io.redress.engine;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The rooms around the engine alone, without the complaint's own glue. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"io.redress.engine", "io.redress.security", "io.redress.redesign"},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.redress\\.engine\\.Complaint.*"))
public class EngineRooms {}
