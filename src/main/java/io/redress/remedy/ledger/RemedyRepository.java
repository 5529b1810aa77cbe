package io.redress.remedy.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface RemedyRepository extends Repository<Remedy, UUID> {

    Optional<Remedy> findById(UUID id);

    List<Remedy> findByProviderReference(String providerReference);

    List<Remedy> findByCaseNumberOrderByCreatedAt(String caseNumber);
}
