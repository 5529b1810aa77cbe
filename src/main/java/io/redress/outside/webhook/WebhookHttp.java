package io.redress.outside.webhook;

import io.redress.outside.outbox.Answer;
import io.redress.outside.wire.Deadline;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The HTTP client for addresses that somebody typed. A name is looked up once for each connection, every address that it
 * stands for is looked at, and the connection leads to one of those very addresses: nobody can give another answer
 * meanwhile. It follows no redirect, keeps no cookie and uses no proxy.
 *
 * <p>The JDK's client, which all other calls go by, looks names up by itself and takes no addresses.
 */
@Component
class WebhookHttp {

    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(5);
    private static final int MOST_CONNECTIONS = 50;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService ends;

    /** How a name becomes addresses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    @Autowired
    WebhookHttp(WebhookProperties properties) {
        this(properties, InetAddress::getAllByName);
    }

    WebhookHttp(WebhookProperties properties, Names names) {
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new OpenAddresses(properties, names))
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_TIMEOUT)
                                .build())
                        .build())
                // Each event looks its name up anew.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Redress")
                .build();
        this.ends = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "webhook deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    @PreDestroy
    void close() {
        ends.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /**
     * Posts JSON. Of the answer only the head is read, since nothing else counts.
     *
     * @throws IOException where no answer came by the deadline, or the address is private; a redirect is an answer
     */
    Answer post(URI url, Map<String, String> headers, String body, Deadline deadline) throws IOException {
        Duration left = deadline.remaining();
        HttpPost post = new HttpPost(url);
        headers.forEach(post::setHeader);
        post.setEntity(new StringEntity(body, ContentType.create("application/json", StandardCharsets.UTF_8)));
        post.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(left))
                .setConnectionRequestTimeout(Timeout.of(left))
                .build());
        Future<?> end = ends.schedule(post::cancel, left.toNanos(), TimeUnit.NANOSECONDS);
        try {
            ClassicHttpResponse answer = client.executeOpen(null, post, null);
            return new Answer(answer.getCode(), headers(answer));
        } catch (IOException noAnswer) {
            if (end.isDone()) {
                throw new HttpTimeoutException("no answer by the total deadline");
            }
            throw noAnswer;
        } finally {
            end.cancel(false);
            // Whatever else it sends is not waited for: this closes the connection.
            post.cancel();
        }
    }

    private static HttpHeaders headers(ClassicHttpResponse answer) {
        Map<String, List<String>> byName = Arrays.stream(answer.getHeaders())
                .collect(Collectors.groupingBy(
                        Header::getName, Collectors.mapping(Header::getValue, Collectors.toList())));
        return HttpHeaders.of(byName, (name, value) -> true);
    }

    /** The addresses of a name, unless any of them is private. */
    private record OpenAddresses(WebhookProperties properties, Names names) implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            InetAddress[] all = names.lookUp(host);
            if (!properties.allow().contains(host + ":" + port)
                    && !Stream.of(all).allMatch(PublicAddress::isOne)) {
                throw new PrivateAddress(host);
            }
            return Stream.of(all)
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
