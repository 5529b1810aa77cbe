package io.redress.verification.evidence;

import io.redress.complaint.file.Complaint;
import io.redress.verification.safety.KnownArticles;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The articles of a complaint: those that evidence shows to be affected, else those that the complainant names. */
@Component
class EvidenceArticles implements KnownArticles {

    private final EvidenceStore store;

    EvidenceArticles(EvidenceStore store) {
        this.store = store;
    }

    @Override
    public String of(Complaint complaint) {
        return store.latest(complaint.number())
                .map(evidence -> evidence.affected().stream()
                        .map(one -> one.sku() + " " + one.description())
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .filter(known -> !known.isEmpty())
                .orElseGet(() -> complaint.affectedItems().stream()
                        .map(one -> one.sku())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }
}
