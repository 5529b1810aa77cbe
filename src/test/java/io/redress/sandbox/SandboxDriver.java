package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.answer.Answers;
import io.redress.answer.sandbox.ReturnLabel;
import io.redress.answer.sandbox.SandboxMail;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.answer.sandbox.SandboxShipment;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import io.redress.sandbox.smtp.MailRules;
import io.redress.sandbox.smtp.MailServer;
import io.redress.sandbox.state.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.client.RestClient;

/** A test's hands and eyes: acts as anybody, and sees what customer, payment provider and warehouse saw. */
@TestComponent
public class SandboxDriver {

    /** With its converters, which would otherwise be looked for on the class path for each client anew. */
    private static final RestClient.Builder CLIENT =
            RestClient.builder().messageConverters(all -> all.forEach(SandboxDriver::readAnswers));

    private final Sandbox sandbox;
    private final SandboxClock clock;
    private final MailServer mail;
    private final SandboxView view;
    private final Environment environment;

    SandboxDriver(Sandbox sandbox, SandboxClock clock, MailServer mail, Environment environment) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.mail = mail;
        this.view = new SandboxView(sandbox);
        this.environment = environment;
    }

    /** A fresh copy of one of the sandbox's orders, as {@code GET /sandbox/orders} shows it. */
    public SandboxOrder copyOf(String number) {
        return seen(sandbox.world().copy(number).orElseThrow());
    }

    /**
     * An order of one's own, as {@code GET /sandbox/orders} shows it.
     *
     * @param request {@code {order, parcels, payments}} in JSON, as {@code POST /sandbox/orders} takes it
     */
    public SandboxOrder place(String request) {
        return seen(sandbox.world().place(Json.parse(request.getBytes(StandardCharsets.UTF_8))));
    }

    /** An order as it stands now. */
    public SandboxOrder placed(String number) {
        return seen(order(number));
    }

    /** The shop's own record of an order, to be read as the order source reads it, or altered as the shop alters it. */
    public JsonNode order(String number) {
        return sandbox.world().find(number).orElseThrow();
    }

    /** Refunds at Stripe that name the case, oldest first. */
    public List<SandboxRefund> refunds(String caseNumber) {
        return where(view.refunds(), "caseNumber", caseNumber::equals, SandboxRefund.class);
    }

    /** Every refund of a payment, those made by hand too. */
    public List<SandboxRefund> refundsOf(String paymentReference) {
        return where(view.refunds(), "paymentReference", paymentReference::equals, SandboxRefund.class);
    }

    /** What somebody pays back in Stripe's dashboard, in major units. */
    public void refundByHand(String paymentReference, String amount) {
        providers().stripeDesk().refundByHand(paymentReference, new BigDecimal(amount));
    }

    /** Replacement shipments that name the case, oldest first. */
    public List<SandboxShipment> shipments(String caseNumber) {
        return where(view.shipments(), "caseNumber", caseNumber::equals, SandboxShipment.class);
    }

    /** Labels by which goods of a case come back, once they have a tracking code. */
    public List<ReturnLabel> returnLabels(String caseNumber) {
        return sandbox.labels().stream()
                .filter(label -> label.path("is_return").asBoolean() && label.hasNonNull("tracking_code"))
                .filter(label -> label.at("/options/print_custom_1").asText().equals(caseNumber))
                .map(label -> Answers.read(label, ReturnLabel.class))
                .toList();
    }

    /** Mails to an address, oldest first. */
    public List<SandboxMail> mailsTo(String address) {
        return where(mail.mails(), "to", address::equalsIgnoreCase, SandboxMail.class);
    }

    /** What the mail server offers, and whom it does not know; put back what you change. */
    public MailRules mailRules() {
        return mail.rules();
    }

    /**
     * Moves engine, application and providers forward together. What a step sends is seen before its timers are: wait
     * until the case stands at the next one, or its timer starts from the later time.
     */
    public void advance(Duration by) {
        clock.advance(by);
    }

    public SandboxClock clock() {
        return clock;
    }

    /** Lets a provider fail its next requests; the names are those of the contract. */
    public void fault(String provider, String kind, int count) {
        sandbox.faults().order(Fault.of(Provider.named(provider), FaultKind.named(kind), count));
    }

    /** The same for those requests to it that begin so, such as {@code POST /v1/refunds}. */
    public void fault(String provider, String kind, int count, String path) {
        sandbox.faults()
                .order(new Fault(Provider.named(provider), FaultKind.named(kind), count, path, Fault.SLOW_SECONDS));
    }

    /**
     * Lets a step of a diagram fail the next times it is to begin.
     *
     * @param step the id of the BPMN element; a user task fails where it is prepared; {@code <id>/complete} and
     *     {@code <id>/assignment} of a user task, {@code <id>/end} of anything else name another moment
     */
    public void failAt(String step, int count) {
        sandbox.faults().order(Fault.at(step, count));
    }

    /** Ends all faults. */
    public void behave() {
        sandbox.faults().clear();
    }

    /** Lets slips through the gate of the models until it is closed again, so that the fences behind it can be tried. */
    public Gate openGate() {
        gate("warn");
        return () -> gate("refuse");
    }

    /** The gate of the models while it only warns. */
    public interface Gate extends AutoCloseable {

        @Override
        void close();
    }

    private void gate(String mode) {
        CLIENT.clone()
                .baseUrl(baseUrl())
                .build()
                .post()
                .uri("/sandbox/gate")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("mode", mode))
                .retrieve()
                .toBodilessEntity();
    }

    /** What only a neighbour of the application can do: dispute a payment, empty the stock. */
    public Sandbox providers() {
        return sandbox;
    }

    /** A client of the application, logged in with HTTP Basic; the sandbox's passwords are the names. */
    public RestClient as(String user) {
        return CLIENT.clone()
                .baseUrl(baseUrl())
                .defaultHeaders(headers -> headers.setBasicAuth(user, user))
                .build();
    }

    /** A client without login. */
    public RestClient anybody() {
        return CLIENT.clone().baseUrl(baseUrl()).build();
    }

    public String baseUrl() {
        return "http://localhost:" + environment.getRequiredProperty("server.port");
    }

    private SandboxOrder seen(JsonNode order) {
        return Answers.read(view.order(order), SandboxOrder.class);
    }

    private static <T> List<T> where(
            List<? extends JsonNode> all, String field, Predicate<String> wanted, Class<T> type) {
        return all.stream()
                .filter(one -> wanted.test(Json.text(one, field)))
                .map(one -> Answers.read(one, type))
                .toList();
    }

    private static void readAnswers(HttpMessageConverter<?> converter) {
        if (converter instanceof MappingJackson2HttpMessageConverter json) {
            json.setObjectMapper(Answers.MAPPER);
        }
    }
}
