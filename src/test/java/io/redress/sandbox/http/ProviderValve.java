package io.redress.sandbox.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Reads a request, lets the ordered fault strike, answers. */
final class ProviderValve extends ValveBase {

    private final Provider provider;
    private final Service service;
    private final Faults faults;
    private final Traffic traffic;

    ProviderValve(Provider provider, Service service, Faults faults, Traffic traffic) {
        super(true);
        this.provider = provider;
        this.service = service;
        this.faults = faults;
        this.traffic = traffic;
    }

    @Override
    public void invoke(org.apache.catalina.connector.Request request, Response response) throws IOException {
        var effect = !request.getMethod().equals("GET");
        var fault = faults.take(provider, effect, request.getRequestURI());
        if (is(fault, FaultKind.DOWN)) {
            hangUp(request);
            return;
        }
        var read = Request.read(request);
        var reply = answer(read, fault);
        traffic.answering(provider, read, reply, fault.map(Fault::kind));
        if (is(fault, FaultKind.LOST_ANSWER)) {
            hangUp(request);
            return;
        }
        send(response, reply, is(fault, FaultKind.DRIP));
    }

    private Reply answer(Request request, Optional<Fault> fault) {
        try {
            if (is(fault, FaultKind.ERROR_BEFORE)) {
                return service.failure(500, "The sandbox was told to fail before doing anything.");
            }
            if (is(fault, FaultKind.RATE_LIMIT)) {
                return service.failure(429, "Too many requests.")
                        .with("Retry-After", String.valueOf(fault.get().seconds()));
            }
            return service.answer(request, afterEffect(fault));
        } catch (RuntimeException e) {
            return service.failure(500, "The sandbox itself failed: " + e);
        }
    }

    private UnaryOperator<Reply> afterEffect(Optional<Fault> fault) {
        return reply -> {
            if (is(fault, FaultKind.SLOW)) {
                pause(fault.get().seconds());
            }
            return is(fault, FaultKind.ERROR_AFTER)
                    ? service.failure(500, "The sandbox was told to fail after doing it.")
                    : reply;
        };
    }

    private static void send(Response response, Reply reply, boolean drip) throws IOException {
        var bytes = reply.body().toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(reply.status());
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        reply.headers().forEach(response::setHeader);
        var out = response.getOutputStream();
        if (!drip) {
            out.write(bytes);
            return;
        }
        for (byte b : bytes) {
            out.write(b);
            out.flush();
            pause(1);
        }
    }

    private static void hangUp(org.apache.catalina.connector.Request request) {
        request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
    }

    private static boolean is(Optional<Fault> fault, FaultKind kind) {
        return fault.isPresent() && fault.get().kind() == kind;
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(seconds * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
