package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.answer.Complaint.Finding;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxOrder.Line;
import io.redress.answer.sandbox.SandboxOrder.Parcel;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Only what was affected is made good, whatever a complaint claims of it. */
@SandboxTest
class AffectedItemsTest {

    private SandboxDriver world;
    private Desk desk;

    @Autowired
    void enter(SandboxDriver world) {
        this.world = world;
        this.desk = new Desk(world);
    }

    @Test
    void articleNamedTwiceIsMadeGoodOnce() {
        SandboxOrder order = world.copyOf("R-1001");
        Line line = order.items().get(0);
        Map<String, Object> item = Map.of("sku", line.sku(), "quantity", 1);

        Filed filed = desk.file(aboutMissing(order).with("affectedItems", List.of(item, item)));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(world.refunds(filed.caseNumber())).hasSize(1);
        assertThat(world.refunds(filed.caseNumber()).get(0).amount()).isEqualTo(line.unitPrice());
    }

    @Test
    void articleOfAnotherParcelThanTheLostOneIsAPersonsQuestion() {
        SandboxOrder order = world.copyOf("R-1008");
        List<Parcel> shipments = order.shipments();
        String arrived = shipments.get(0).items().get(0).sku();

        Filed filed = desk.file(aComplaint()
                .claiming("not_received")
                .from(order.customer().email())
                .with(
                        "order",
                        Map.of(
                                "number", order.number(),
                                "trackingCode", shipments.get(1).trackingCode()))
                .affecting(arrived, 1));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    @Test
    void parcelThatIsNoneOfTheOrderIsAPersonsQuestion() {
        SandboxOrder order = world.copyOf("R-1001");

        Filed filed = desk.file(
                aboutMissing(order).with("order", Map.of("number", order.number(), "trackingCode", "TYPO-1")));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    @Test
    void articleThatWasNotOrderedIsAPersonsQuestion() {
        SandboxOrder order = world.copyOf("R-1001");

        Filed filed = desk.file(aboutMissing(order).affecting("TYPO", 1));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(world.refunds(filed.caseNumber())).isEmpty();
    }

    @Test
    void articleAtTwoPricesIsTakenFromTheLineThatIsNamedAndElseIsAPersonsQuestion() {
        String order = """
                {"order": {"deliveryFee": "4.90", "items": [
                   {"sku": "MUG", "unitPrice": "9.00"}, {"sku": "MUG", "unitPrice": "6.00", "quantity": 2},
                   {"sku": "VASE", "unitPrice": "45.00"}]},
                 "parcels": [{"state": "lost"}]}""";
        Filed named = desk.file(aboutMissing(world.place(order))
                .with("affectedItems", List.of(Map.of("line", 2, "sku", "MUG", "quantity", 1))));
        Filed unnamed = desk.file(aboutMissing(world.place(order)).affecting("MUG", 1));
        Filed allPieces = desk.file(aboutMissing(world.place(order)).affecting("MUG", 3));
        Filed slip = desk.file(aboutMissing(world.place(order))
                .with(
                        "affectedItems",
                        List.of(Map.of("sku", "VASE", "quantity", 1), Map.of("sku", "VASSE", "quantity", 1))));

        desk.awaitStatus(named.caseNumber(), "waiting_for_follow_up");
        desk.awaitStatus(allPieces.caseNumber(), "waiting_for_follow_up");
        desk.awaitTask(unnamed.caseNumber(), "Verify complaint");
        desk.awaitTask(slip.caseNumber(), "Verify complaint");

        assertThat(paid(named)).containsExactly("6.00");
        assertThat(paid(allPieces)).containsExactly("21.00");
        assertThat(paid(unnamed)).isEmpty();
        assertThat(paid(slip)).isEmpty();
        assertThat(findings(unnamed)).anyMatch(text -> text.startsWith("MUG stands at several prices"));
        assertThat(findings(slip)).contains("The article VASSE is not in the parcels that went wrong.");
    }

    @Test
    void parcelTellsTheLineThatWasInIt() {
        SandboxOrder order = world.place("""
                {"order": {"items": [{"sku": "MUG", "unitPrice": "9.00"}, {"sku": "MUG", "unitPrice": "6.00"},
                   {"sku": "EBOOK", "unitPrice": "12.00"}]},
                 "parcels": [{"state": "lost", "lines": [1]}, {"state": "signed_for", "lines": [2]}]}""");

        Filed filed = desk.file(aboutMissing(order));
        desk.awaitStatus(filed.caseNumber(), "waiting_for_follow_up");

        assertThat(paid(filed)).containsExactly("9.00");
    }

    @Test
    void orderThatNamesALineInAParcelThatItDoesNotHaveIsNotBelieved() {
        SandboxOrder order = world.place("""
                {"order": {"items": [{"sku": "MUG", "unitPrice": "9.00"}],
                   "shipments": [{"trackingCode": "NONSENSE-1", "items": [{"line": 7, "sku": "MUG"}]}]},
                 "parcels": [{"state": "lost", "trackingCode": "NONSENSE-1"}]}""");

        Filed filed = desk.file(aboutMissing(order));

        desk.awaitTask(filed.caseNumber(), "Verify complaint");
        assertThat(paid(filed)).isEmpty();
        assertThat(findings(filed))
                .anyMatch(text -> text.contains("shipments[0].items[0].line: is no line of the order"));
    }

    private List<String> paid(Filed filed) {
        return world.refunds(filed.caseNumber()).stream()
                .map(SandboxRefund::amount)
                .toList();
    }

    private List<String> findings(Filed filed) {
        return desk.read(filed.caseNumber()).findings().stream()
                .map(Finding::text)
                .toList();
    }

    private static ComplaintDraft aboutMissing(SandboxOrder order) {
        return aComplaint()
                .claiming("not_received")
                .aboutOrder(order.number())
                .from(order.customer().email());
    }
}
