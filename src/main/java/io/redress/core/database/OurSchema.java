package io.redress.core.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.relational.core.mapping.NamingStrategy;

/** The schema {@code redress}: our tables stand in a schema of their own, beside the engine's. */
@Configuration(proxyBeanMethods = false)
class OurSchema {

    @Bean
    NamingStrategy tablesInSchemaRedress() {
        return new NamingStrategy() {
            @Override
            public String getSchema() {
                return "redress";
            }
        };
    }
}
