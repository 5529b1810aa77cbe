package io.redress.engine;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The rooms around the engine alone, without the house's own processes. */
@EnableAutoConfiguration
@ComponentScan({"io.redress.engine", "io.redress.security", "io.redress.redesign"})
public class EngineRooms {}
