package io.redress.intake.registration;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import java.time.Instant;
import java.util.List;

/**
 * One open case of another system, checked. Times lie between {@code receivedAt} and now; every field but the external id,
 * {@code receivedAt}, the customer and the description may be {@code null}.
 *
 * @param acknowledgedAt when that system told the customer that the complaint had arrived
 * @param firstAnsweredAt when somebody there answered the customer for the first time
 * @param owner the login of the handler or lead who works on it
 * @param team the group whose members handle it
 * @param priority from 0 to 100
 * @param hurt the answer to whether anybody was hurt or in danger
 */
public record ImportRow(
        String externalId,
        Channel channel,
        Claim claim,
        Instant receivedAt,
        Instant acknowledgedAt,
        Instant firstAnsweredAt,
        Customer customer,
        String orderNumber,
        String subject,
        String description,
        String owner,
        String team,
        Integer priority,
        Boolean hurt) {

    RegisterComplaint command() {
        return new RegisterComplaint(
                channel,
                claim,
                externalId,
                receivedAt,
                null,
                false,
                customer,
                orderNumber,
                null,
                null,
                null,
                List.of(),
                subject,
                description,
                null,
                hurt);
    }

    /** When the customer first heard from us; an answer says by itself that the complaint has arrived. */
    public Instant heardAt() {
        return acknowledgedAt == null ? firstAnsweredAt : acknowledgedAt;
    }

    /** What the case's timeline says of where it comes from. */
    String account(String source) {
        StringBuilder account = new StringBuilder(
                "Imported from %s as %s; received there %s".formatted(source, externalId, receivedAt));
        if (acknowledgedAt != null) {
            account.append(", acknowledged ").append(acknowledgedAt);
        }
        if (firstAnsweredAt != null) {
            account.append(", first answered ").append(firstAnsweredAt);
        }
        return account.toString();
    }
}
