package io.redress.outside.logistics.easypost;

import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.RetryAfter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;

/**
 * One exchange with EasyPost. The read time-out that the client sets is taken as the total time of the exchange. The
 * client insists on an {@code https} connection by type; the scheme of the address decides what is really spoken.
 */
class EasyPostConnection extends HttpsURLConnection {

    /** The client's exceptions carry no headers, and it calls in the caller's own thread. */
    private static final ThreadLocal<Duration> ASKED_TO_WAIT = new ThreadLocal<>();

    private final BoundedHttp http;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private HttpResponse<byte[]> answer;

    EasyPostConnection(URL url, BoundedHttp http) {
        super(url);
        this.http = http;
    }

    /** How long EasyPost's latest answer in this thread asks us to wait. */
    static Optional<Duration> askedToWait() {
        return Optional.ofNullable(ASKED_TO_WAIT.get());
    }

    @Override
    public void connect() throws IOException {
        if (!connected) {
            ASKED_TO_WAIT.remove();
            answer = http.send(request(), Deadline.in(Duration.ofMillis(getReadTimeout())));
            connected = true;
            RetryAfter.of(answer.headers()).ifPresent(ASKED_TO_WAIT::set);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public int getResponseCode() throws IOException {
        connect();
        return answer.statusCode();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        connect();
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public InputStream getErrorStream() {
        return connected ? new ByteArrayInputStream(answer.body()) : null;
    }

    private HttpRequest request() {
        BodyPublisher publisher = doOutput ? BodyPublishers.ofByteArray(body.toByteArray()) : BodyPublishers.noBody();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url.toString())).method(method, publisher);
        getRequestProperties().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    /** Nothing to do: the exchange is over when {@link #connect} returns. */
    @Override
    public void disconnect() {}

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public String getCipherSuite() {
        throw new IllegalStateException("not known");
    }

    @Override
    public Certificate[] getLocalCertificates() {
        return null;
    }

    @Override
    public Certificate[] getServerCertificates() {
        throw new IllegalStateException("not known");
    }
}
