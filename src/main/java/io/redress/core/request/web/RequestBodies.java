package io.redress.core.request.web;

import io.redress.core.request.ApiRequest;
import io.redress.core.request.RequestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.stereotype.Component;

/** Gives controllers the {@link ApiRequest} that they ask for with {@code @RequestBody}. */
@Component
class RequestBodies extends AbstractHttpMessageConverter<ApiRequest> {

    private final RequestReader requests;

    RequestBodies(RequestReader requests) {
        super(MediaType.APPLICATION_JSON);
        this.requests = requests;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return ApiRequest.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType media) {
        return false;
    }

    @Override
    protected ApiRequest readInternal(Class<? extends ApiRequest> type, HttpInputMessage message) throws IOException {
        return requests.read(new String(message.getBody().readAllBytes(), StandardCharsets.UTF_8), type);
    }

    @Override
    protected void writeInternal(ApiRequest request, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("A request is not answered.");
    }
}
