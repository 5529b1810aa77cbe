package io.redress.complaint.file;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The rows of {@code redress.complaint}. */
interface ComplaintRepository extends CrudRepository<Complaint, String> {

    Optional<Complaint> findByClientAndChannelAndExternalId(String client, Channel channel, String externalId);

    List<Complaint> findByClientAndChannelInAndExternalId(
            String client, Collection<Channel> channels, String externalId);

    @Query("""
            select external_id from redress.complaint
             where client = :client and channel in (:channels) and external_id in (:externalIds)""")
    List<String> findExternalIds(String client, Collection<String> channels, Collection<String> externalIds);

    List<Complaint> findByOwnerAndStatusNotIn(String owner, Collection<Status> statuses);
}
