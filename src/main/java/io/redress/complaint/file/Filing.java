package io.redress.complaint.file;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.customer.Customer;
import java.time.Instant;
import java.util.List;

/**
 * The data that a case file is opened with; already checked by the channel that it came through.
 *
 * @param claim {@code null} where the complainant did not say what went wrong
 * @param client the login that registers it
 * @param vouched whether that client vouches for order and buyer
 * @param receivedAt {@code null} means now
 * @param vouchedOrder the order's facts as JSON, only from a client that vouches for them
 */
public record Filing(
        Channel channel,
        Claim claim,
        ComplainantRole complainantRole,
        String client,
        boolean vouched,
        String externalId,
        Customer customer,
        String orderNumber,
        String paymentReference,
        String trackingCode,
        String vouchedOrder,
        List<AffectedItem> affectedItems,
        String subject,
        String description,
        String desiredRemedy,
        Instant receivedAt) {}
