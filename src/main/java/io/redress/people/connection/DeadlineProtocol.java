package io.redress.people.connection;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP over {@link DeadlineEndpoint}. Public because Tomcat creates it by its class name. */
public class DeadlineProtocol extends Http11NioProtocol {

    private final DeadlineEndpoint endpoint;

    public DeadlineProtocol() {
        this(new DeadlineEndpoint());
    }

    private DeadlineProtocol(DeadlineEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void setDeadlines(Deadlines deadlines) {
        endpoint.setDeadlines(deadlines);
    }

    Exchanges exchanges() {
        return endpoint.exchanges();
    }
}
