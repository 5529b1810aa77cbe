package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.function.Predicate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

/** A test's hands and eyes: acts as anybody, and sees what customer, payment provider and warehouse saw. */
@TestComponent
public class SandboxDriver {

    /** With its converters, which would otherwise be looked for on the class path for each client anew. */
    private static final RestClient.Builder CLIENT = RestClient.builder().messageConverters(all -> {});

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
    public JsonNode copyOf(String number) {
        return view.order(sandbox.world().copy(number).orElseThrow());
    }

    /**
     * An order of one's own, as {@code GET /sandbox/orders} shows it.
     *
     * @param request {@code {order, parcels, payments}} in JSON, as {@code POST /sandbox/orders} takes it
     */
    public JsonNode place(String request) {
        return view.order(sandbox.world().place(Json.parse(request.getBytes(StandardCharsets.UTF_8))));
    }

    /** The shop's own view of an order, as the order source reads it. */
    public JsonNode order(String number) {
        return sandbox.world().find(number).orElseThrow();
    }

    /** Refunds at Stripe that name the case, oldest first. */
    public List<JsonNode> refunds(String caseNumber) {
        return of(view.refunds(), refund -> refund.path("caseNumber").asText().equals(caseNumber));
    }

    /** Every refund of a payment, those made by hand too. */
    public List<JsonNode> refundsOf(String paymentReference) {
        return of(
                view.refunds(),
                refund -> refund.path("paymentReference").asText().equals(paymentReference));
    }

    /** What somebody pays back in Stripe's dashboard, in major units. */
    public void refundByHand(String paymentReference, String amount) {
        providers().stripeDesk().refundByHand(paymentReference, new BigDecimal(amount));
    }

    /** Replacement shipments that name the case, oldest first. */
    public List<JsonNode> shipments(String caseNumber) {
        return of(
                view.shipments(),
                shipment -> shipment.path("caseNumber").asText().equals(caseNumber));
    }

    /** Mails to an address, oldest first. */
    public List<JsonNode> mailsTo(String address) {
        return of(mail.mails(), letter -> letter.path("to").asText().equalsIgnoreCase(address));
    }

    /** What the mail server offers, and whom it does not know; put back what you change. */
    public MailRules mailRules() {
        return mail.rules();
    }

    /** Moves engine, application and providers forward together. */
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

    private static List<JsonNode> of(List<? extends JsonNode> all, Predicate<JsonNode> filter) {
        return all.stream().filter(filter).<JsonNode>map(found -> found).toList();
    }
}
