package io.redress.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Starts the rooms around the engine behind real HTTP doors, with small models of their own and no job executor. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EngineRooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "redress.admin.user=root",
            "redress.admin.password=Chief-0f-Tests!",
            "redress.models=classpath:doors/",
            "redress.secure-cookies=false",
            "spring.flyway.enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generic-properties.properties.enablePasswordPolicy=true"
        })
@ContextConfiguration(initializers = TestDatabase.class)
public @interface DoorTest {}
