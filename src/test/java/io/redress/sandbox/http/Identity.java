package io.redress.sandbox.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The certificate of the sandbox's HTTPS door. EasyPost's client speaks nothing but HTTPS, so its stand-in needs one;
 * it is made on this machine by the JDK's own keytool and never leaves the sandbox's folder.
 */
public final class Identity {

    /** Protects nothing: whoever reads the folder may speak for the sandbox. */
    static final String PASSWORD = "sandbox";

    private final Path file;
    private final KeyStore store;

    /** Reads the key store, or makes it where it is missing. */
    public Identity(Path file) {
        this.file = file;
        try {
            if (!Files.exists(file)) {
                generate(file);
            }
            store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The sandbox cannot make or read its certificate " + file, e);
        }
    }

    /** The key store, PKCS 12. */
    Path file() {
        return file;
    }

    /**
     * Lets this JVM's {@link HttpsURLConnection}s trust the certificate beside those they trust anyway. A client in
     * another process names the key store with {@code -Djavax.net.ssl.trustStore}, password {@code sandbox}.
     */
    public void trustInThisProcess() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {new EitherTrust(trust(null), trust(store))}, null);
            HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509TrustManager trust(KeyStore anchors) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static void generate(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "sandbox",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "3650",
                        "-dname",
                        "CN=localhost, O=Redress sandbox",
                        "-ext",
                        "SAN=ip:127.0.0.1,dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        }
    }
}
