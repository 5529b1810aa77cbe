package io.redress.sandbox.http;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;

/**
 * A provider's front door on a free loopback port.
 *
 * <p>Tomcat rather than the JDK's own server, because that one sends headers and body apart: EasyPost's client takes a
 * body that is not there the moment the headers are for an empty one.
 */
public final class ProviderServer implements AutoCloseable {

    static {
        // As the application's own Tomcat does: nobody looks at these through JMX.
        Registry.disableRegistry();
    }

    /** Held, or the level would be forgotten with the logger. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();

    private ProviderServer(Path folder, ProviderValve valve) {
        TOMCAT.setLevel(Level.WARNING);
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("minSpareThreads", "2");
        connector.setProperty("maxThreads", "60");
        // stripe-java writes the brackets of expand[0] as they are.
        connector.setProperty("relaxedQueryChars", "[]");
        // A client that waits in vain must not hold up the end of the sandbox.
        connector.setProperty("connectionTimeout", "60000");
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setConnector(connector);
        tomcat.getHost();
        tomcat.getEngine().getPipeline().addValve(valve);
    }

    /** Plain HTTP. */
    public static ProviderServer http(Path folder, Provider provider, Service service, Faults faults, Traffic traffic) {
        return new ProviderServer(folder, new ProviderValve(provider, service, faults, traffic)).started();
    }

    /** Where clients find it, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProviderServer started() {
        try {
            tomcat.start();
            return this;
        } catch (LifecycleException e) {
            throw new IllegalStateException("A provider's port could not be opened on 127.0.0.1", e);
        }
    }
}
