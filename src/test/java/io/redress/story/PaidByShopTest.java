package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.redress.answer.Complaint.Remedy;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Payments that the shop holds itself are given back by the shop, those of two holders by both, and each once. */
@SandboxTest
class PaidByShopTest {

    private static final String BY_SHOP = "{\"provider\": \"shop\"}";

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @AfterEach
    void behave() {
        world.behave();
    }

    @Test
    void whatTwoTookTwoGiveBack() {
        SandboxOrder order = order(byStripe("40.00"), byShop("15.00", "succeeded"));
        Filed filed = file(order);

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber()))
                .extracting(refund -> refund.provider() + " " + refund.amount())
                .containsExactlyInAnyOrder("stripe 40.00", "shop 15.00");
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(remedy -> remedy.status(), remedy -> remedy.amount())
                .containsExactlyInAnyOrder(tuple("settled", "40.00"), tuple("settled", "15.00"));
        assertThat(world.shipments(filed.caseNumber())).hasSize(1);
        assertThat(desk.awaitMail(email(order), "15.00").text()).contains("40.00");
        assertThat(desk.tasksOf(filed.caseNumber())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "ERROR_BEFORE"})
    void refundOfTheShopGoesOutOnceWhateverBecomesOfTheAnswer(FaultKind fault) {
        SandboxOrder order = order(BY_SHOP);
        world.providers().faults().order(new Fault(Provider.SHOP, fault, 1, "/refunds", 1));

        Filed filed = file(order);
        desk.awaitCase(filed.caseNumber(), complaint -> {
            world.advance(Duration.ofSeconds(10));
            return complaint.status().equals("waiting_for_follow_up");
        });

        List<Remedy> remedies = desk.remedies(filed.caseNumber(), "refund");
        assertThat(remedies).singleElement().matches(remedy -> remedy.status().equals("settled"));
        assertThat(world.refundsOf(reference(order, 0))).singleElement().satisfies(refund -> {
            assertThat(refund.idempotencyKey()).isEqualTo(remedies.get(0).id());
            assertThat(refund.caseNumber()).isEqualTo(filed.caseNumber());
            assertThat(refund.amount()).isEqualTo("55.00");
        });
    }

    @Test
    void whatTheShopRefusesGoesToAPersonInItsWordsWhileTheRestGoesThrough() {
        SandboxOrder order = order(byShop("15.00", "refused"), byStripe("40.00"));

        Filed filed = file(order);

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(world.refunds(filed.caseNumber())).singleElement().matches(refund -> refund.provider()
                .equals("stripe"));
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactlyInAnyOrder("failed", "settled");
        assertThat(failure(filed)).isEqualTo("The shop says: The customer's account is closed [http_422]");

        desk.complete(task, "handler", Map.of("resolution", "done_otherwise", "proof", "Bank transfer 15"));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(world.refundsOf(reference(order, 0))).isEmpty();
    }

    @Test
    void pendingRefundThatFailsGoesToAPerson() {
        Filed filed = file(order(byShop("55.00", "pending_failed")));
        desk.awaitStep(filed.caseNumber(), "refund", "event_askProviderAgain");

        world.advance(Duration.ofMinutes(2));

        desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(failure(filed)).contains("The customer's account is closed");
        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
    }

    @Test
    void pendingRefundThatArrivesNeedsNobody() {
        Filed filed = file(order(byShop("55.00", "pending")));
        desk.awaitStep(filed.caseNumber(), "refund", "event_askProviderAgain");

        world.advance(Duration.ofMinutes(2));

        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");
        assertThat(desk.remedies(filed.caseNumber(), "refund"))
                .extracting(Remedy::status)
                .containsExactly("settled");
    }

    @Test
    void refundThatComesBackToTheShopGoesToAPersonOnce() {
        SandboxOrder order = order(byStripe("40.00"), byShop("15.00", "returned"));
        Filed filed = file(order);
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        world.advance(Duration.ofHours(2));

        EngineTask task = desk.awaitTask(filed.caseNumber(), "Resolve by hand");
        assertThat(failure(filed)).contains("came back", "account is closed");
        desk.complete(task, "handler", Map.of("resolution", "done_otherwise", "proof", "Bank transfer 16"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.remedies(filed.caseNumber(), "refund").size() == 3);
        assertThat(world.refunds(filed.caseNumber())).hasSize(2);
    }

    @Test
    void whatNobodyHoldsWhoIsConfiguredIsPaidBackByHand() {
        SandboxOrder order = world.place("""
                {"order": {"customer": {"name": "Ida Own", "email": "%s", "locale": "en"}, "paymentMethod": "online",
                           "items": [{"sku": "CUP", "unitPrice": "55.00"}],
                           "payments": [{"reference": "kl_1", "provider": "klarna", "amount": "55.00", "paidAt": "%s"}]},
                 "parcels": [{"state": "lost"}], "payments": []}""".formatted(somebody(), desk.now().minus(Duration.ofDays(9))));

        Filed filed = file(order);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !desk.tasksOf(filed.caseNumber()).isEmpty());
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    private SandboxOrder order(String... payments) {
        return world.place("""
                {"order": {"customer": {"name": "Ida Own", "email": "%s", "locale": "en"}, "paymentMethod": "online",
                           "deliveryFee": "5.00",
                           "items": [{"sku": "CUP", "unitPrice": "12.50", "quantity": 2}, {"sku": "PAN", "unitPrice": "25.00"}]},
                 "parcels": [{"state": "lost"}],
                 "payments": [%s]}""".formatted(somebody(), String.join(",", payments)));
    }

    /** Everybody misses a parcel for the first time. */
    private static String somebody() {
        return "ida.%s@example.com".formatted(UUID.randomUUID());
    }

    private static String byStripe(String amount) {
        return "{\"provider\": \"stripe\", \"amount\": \"%s\"}".formatted(amount);
    }

    private static String byShop(String amount, String refundsEnd) {
        return "{\"provider\": \"shop\", \"amount\": \"%s\", \"refundsEnd\": \"%s\"}".formatted(amount, refundsEnd);
    }

    private Filed file(SandboxOrder order) {
        return desk.file(
                aComplaint().claiming("not_received").aboutOrder(order.number()).from(email(order)));
    }

    private String failure(Filed filed) {
        return desk.remedies(filed.caseNumber(), "refund").stream()
                .filter(remedy -> remedy.failure() != null)
                .map(Remedy::failure)
                .findFirst()
                .orElse("");
    }

    private static String email(SandboxOrder order) {
        return order.customer().email();
    }

    private static String reference(SandboxOrder order, int payment) {
        return order.payments().get(payment).reference();
    }
}
