package io.redress.complaint.search;

import io.redress.complaint.file.AffectedItem;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import java.util.List;

/**
 * The content of a complaint, by which it is recognised where it is sent twice. Every field but the client, the
 * description and one contact may be {@code null}.
 *
 * @param externalId the sender's own id of it; two that have different ones are never the same
 */
public record SameComplaint(
        String client,
        Channel channel,
        Claim claim,
        String externalId,
        String email,
        String phone,
        String orderNumber,
        String paymentReference,
        String trackingCode,
        String description,
        List<AffectedItem> affectedItems) {}
