package io.redress.people.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The web server's settings for connections with deadlines. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

    /** Longer than a busy machine takes to return to a thread whose peer has sent everything. */
    private static final Duration GRACE = Duration.ofMillis(200);

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionDeadlines(ConnectionProperties properties) {
        return server -> {
            server.setProtocol(DeadlineProtocol.class.getName());
            server.addConnectorCustomizers(connector -> {
                var protocol = (DeadlineProtocol) connector.getProtocolHandler();
                // Half of the threads stay free for whoever does not keep them waiting, health checks among them.
                var waiting = Math.max(1, protocol.getMaxThreads() / 2);
                protocol.setDeadlines(
                        new Deadlines(properties.head(), properties.body(), properties.answer(), GRACE, waiting));
            });
            server.addEngineValves(new DeadlineValve());
        };
    }
}
