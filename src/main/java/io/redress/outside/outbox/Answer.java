package io.redress.outside.outbox;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What a destination answered to an entry. */
public record Answer(int status, HttpHeaders headers) {

    /** The answer in an exchange of the JDK's client. */
    public static Answer of(HttpResponse<?> response) {
        return new Answer(response.statusCode(), response.headers());
    }
}
