package io.redress.intake.registration;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import java.time.Instant;
import java.util.List;

/**
 * The one command by which a complaint comes in, whatever the door. Every field but channel, customer and description
 * may be {@code null}.
 *
 * @param externalId the sender's own id of the complaint
 * @param acknowledged whether whoever registered it told the customer at once that it has arrived, as on the phone
 * @param receivedAt when it reached us; {@code null} means now
 * @param orderJson the order as the sender tells it
 * @param hurt the answer to whether anybody was hurt or in danger, {@code null} where it was not asked
 */
public record RegisterComplaint(
        Channel channel,
        Claim claim,
        String externalId,
        Instant receivedAt,
        ComplainantRole complainantRole,
        boolean acknowledged,
        Customer customer,
        String orderNumber,
        String paymentReference,
        String trackingCode,
        String orderJson,
        List<AffectedItem> affectedItems,
        String subject,
        String description,
        String desiredRemedy,
        Boolean hurt) {}
