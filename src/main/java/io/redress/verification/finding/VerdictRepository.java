package io.redress.verification.finding;

import java.util.List;
import org.springframework.data.repository.Repository;

interface VerdictRepository extends Repository<Verdict, Long> {

    Verdict save(Verdict verdict);

    List<Verdict> findByCaseNumberOrderByIdDesc(String caseNumber);
}
