package io.redress.verification.evidence;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

public interface Findings extends Repository<Finding, Long> {

    Finding save(Finding finding);

    List<Finding> findByCaseNumberOrderById(String caseNumber);

    @Modifying
    @Query("""
            delete from redress.finding
             where case_number = :caseNumber and round = :round and subject = :subject""")
    void forget(String caseNumber, int round, String subject);

    @Modifying
    @Query("delete from redress.finding where case_number = :caseNumber and round = :round")
    void forget(String caseNumber, int round);
}
