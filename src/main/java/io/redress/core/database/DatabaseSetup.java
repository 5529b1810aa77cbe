package io.redress.core.database;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Our way to the database in place of Spring Boot's own, from which all others are derived. */
@Configuration
class DatabaseSetup {

    @Bean
    JdbcTemplate jdbcTemplate(DataSource source) {
        return new AttentiveJdbc(source);
    }
}
