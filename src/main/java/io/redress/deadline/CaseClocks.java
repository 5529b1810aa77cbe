package io.redress.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface CaseClocks extends Repository<CaseClock, Long> {

    CaseClock save(CaseClock clock);

    List<CaseClock> findByCaseNumberOrderById(String caseNumber);

    @Modifying
    @Query(
            "update redress.case_clock set met_at = :at where case_number = :caseNumber and kind = :kind and met_at is null and stopped_at is null")
    void meet(String caseNumber, String kind, Instant at);

    @Modifying
    @Query("update redress.case_clock set stopped_at = :at where case_number = :caseNumber and kind in (:kinds)"
            + " and met_at is null and stopped_at is null")
    void stop(String caseNumber, Collection<String> kinds, Instant at);

    @Modifying
    @Query("update redress.case_clock set met_at = :metAt, stopped_at = :stoppedAt where id = :id"
            + " and met_at is null and stopped_at is null")
    void end(long id, Instant metAt, Instant stoppedAt);

    /** @return 1 where the rung was free, 0 where somebody has climbed it already */
    @Modifying
    @Query("""
            insert into redress.rung (clock_id, name, climbed_at) values (:clockId, :name, :at)
            on conflict do nothing""")
    int claim(long clockId, String name, Instant at);

    @Query("select name from redress.rung where clock_id = :clockId")
    List<String> climbed(long clockId);
}
