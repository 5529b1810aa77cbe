package io.redress.insight.api.web;

import io.redress.intake.correction.CustomerCorrections.Correction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;

/** One correction about the customer of a case. */
@Schema(name = "CorrectedField")
record CorrectionView(
        OffsetDateTime at,
        String person,
        String reason,

        @Schema(allowableValues = {"name", "email", "phone", "locale", "timeZone", "confirmed", "endLinks"})
        String field,

        @Schema(description = "Missing where there was nothing.")
        String was,

        @Schema(description = "Missing where it was removed.")
        String became) {

    static CorrectionView of(Correction correction) {
        return new CorrectionView(
                CaseViews.utc(correction.at()),
                correction.person(),
                correction.reason(),
                correction.field(),
                correction.was(),
                correction.became());
    }

    @Schema(name = "CorrectedFields")
    record PageView(List<CorrectionView> items, int page, int size, long totalItems) {}
}
