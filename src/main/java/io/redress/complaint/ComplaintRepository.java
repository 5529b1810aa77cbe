package io.redress.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.PagingAndSortingRepository;

interface ComplaintRepository extends CrudRepository<Complaint, String>, PagingAndSortingRepository<Complaint, String> {

    Optional<Complaint> findByClientAndChannelAndExternalId(String client, Channel channel, String externalId);

    List<Complaint> findByClientAndChannelInAndExternalId(
            String client, Collection<Channel> channels, String externalId);

    @Query("""
            select external_id from redress.complaint
             where client = :client and channel in (:channels) and external_id in (:externalIds)""")
    List<String> findExternalIds(String client, Collection<String> channels, Collection<String> externalIds);

    Page<Complaint> findByStatus(Status status, Pageable pageable);

    Page<Complaint> findByClient(String client, Pageable pageable);

    Page<Complaint> findByClientAndStatus(String client, Status status, Pageable pageable);

    List<Complaint> findByOwnerAndStatusNotIn(String owner, Collection<Status> statuses);
}
