package io.redress.remedy.returns;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface GoodsReturnRepository extends Repository<GoodsReturn, UUID> {

    Optional<GoodsReturn> findById(UUID id);

    List<GoodsReturn> findByCaseNumberOrderByRound(String caseNumber);

    List<GoodsReturn> findByTrackingCode(String trackingCode);
}
