package io.redress.insight.casefile;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.search.CaseSummary;
import io.redress.insight.casefile.CaseFile.EarlierCase;
import io.redress.verification.evidence.CaseTraits.Kind;
import io.redress.verification.evidence.EarlierCases;
import io.redress.verification.evidence.EarlierCases.Earlier;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The earlier cases that have something in common with a case, in words. */
@Component
class EarlierParts {

    private static final int MOST = 20;

    private final EarlierCases earlierCases;
    private final StaffFormat format;

    EarlierParts(EarlierCases earlierCases, StaffFormat format) {
        this.earlierCases = earlierCases;
        this.format = format;
    }

    /** The latest ones. */
    List<EarlierCase> of(Complaint complaint) {
        return earlierCases.of(complaint).stream().limit(MOST).map(this::part).toList();
    }

    private EarlierCase part(Earlier earlier) {
        CaseSummary complaint = earlier.complaint();
        return new EarlierCase(
                complaint.number().value(),
                format.time(complaint.receivedAt()),
                StaffFormat.label(complaint.claim()),
                complaint.outcome() == null
                        ? StaffFormat.label(complaint.status())
                        : StaffFormat.label(complaint.outcome()),
                StaffFormat.orEmpty(complaint.owner()),
                earlier.by().stream().map(EarlierParts::tie).distinct().collect(Collectors.joining(", ")));
    }

    private static String tie(Kind kind) {
        return switch (kind) {
            case EMAIL, PHONE, CUSTOMER, PAYER -> "same customer";
            case ORDER -> "same order";
            case ADDRESS -> "same address";
            case CARD -> "same card";
        };
    }
}
