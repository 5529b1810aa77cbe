package io.redress.complaint;

import java.util.List;
import org.springframework.data.repository.Repository;

interface TimelineEntries extends Repository<TimelineEntry, Long> {

    TimelineEntry save(TimelineEntry entry);

    List<TimelineEntry> findByCaseNumberOrderById(String caseNumber);
}
