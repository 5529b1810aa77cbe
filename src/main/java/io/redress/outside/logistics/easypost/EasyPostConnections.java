package io.redress.outside.logistics.easypost;

import io.redress.outside.wire.BoundedHttp;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * The connections that EasyPost's client is given. Left alone it opens the JDK's own, which know no total deadline, and
 * to {@code https} only, so that no sandbox on this machine could be asked. The client takes the name of this class from
 * a system property and makes an instance itself, hence a public class with a constructor without arguments.
 */
public class EasyPostConnections extends URLStreamHandler {

    private static final String PROPERTY = "com.easypost.net.customURLStreamHandler";

    private static final BoundedHttp HTTP = new BoundedHttp();

    /** Has every EasyPost client of this JVM use these connections. */
    public static void use() {
        System.setProperty(PROPERTY, EasyPostConnections.class.getName());
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new EasyPostConnection(url, HTTP);
    }
}
