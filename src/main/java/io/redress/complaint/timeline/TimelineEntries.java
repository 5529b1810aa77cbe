package io.redress.complaint.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The rows of {@code redress.timeline_entry}. */
interface TimelineEntries extends Repository<TimelineRow, Long> {

    List<TimelineRow> findByCaseNumberOrderById(String caseNumber);

    @Query("""
            select * from (
              select * from redress.timeline_entry where case_number = :caseNumber
               order by id desc offset :offset limit :limit) latest
             order by id""")
    List<TimelineRow> findLatest(String caseNumber, long offset, int limit);

    @Query("""
            select * from redress.timeline_entry where case_number = :caseNumber and kind in (:kinds)
             order by id desc limit 1""")
    Optional<TimelineRow> findLast(String caseNumber, Collection<String> kinds);
}
