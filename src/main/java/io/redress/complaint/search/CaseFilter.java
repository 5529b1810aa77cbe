package io.redress.complaint.search;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Status;
import java.time.Instant;

/**
 * The criteria by which somebody asks for cases. What is {@code null} is not asked for.
 *
 * @param client only those that this client registered
 * @param team only those that this group works on, or this team serves
 * @param order only those about the order with this number, as it was named or, for {@code anyOrder}, found out
 * @param anyOrder whether orders count that were found out and that nobody named
 * @param customer a mail address or a phone number, however it is spelled, or a name
 * @param updatedSince only those of which something was written into the timeline then or later
 */
public record CaseFilter(
        String client,
        String team,
        Status status,
        Channel channel,
        Claim claim,
        String order,
        boolean anyOrder,
        String customer,
        Instant updatedSince) {}
