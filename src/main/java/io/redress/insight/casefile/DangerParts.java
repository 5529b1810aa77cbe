package io.redress.insight.casefile;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Danger;
import io.redress.core.staff.People;
import io.redress.core.text.EnumWords;
import io.redress.insight.casefile.CaseFile.DangerPart;
import io.redress.verification.safety.DangerCase;
import io.redress.verification.safety.Dangers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The part of a form about danger to people: what is known of it, and who sees to it, in words. */
@Component
class DangerParts {

    private static final String CERTAIN = "Somebody is hurt or in danger. Call or write to the customer first.";
    private static final String POSSIBLE =
            "Somebody may be hurt or in danger. Find out, and say below whether anybody was, before you decide anything.";

    private final Dangers dangers;
    private final People people;
    private final StaffFormat format;

    DangerParts(Dangers dangers, People people, StaffFormat format) {
        this.dangers = dangers;
        this.people = people;
        this.format = format;
    }

    /** @return empty where nobody is in danger */
    Optional<DangerPart> of(Complaint complaint) {
        return complaint.danger() == Danger.NONE
                ? Optional.empty()
                : dangers.of(complaint.number())
                        .map(known -> new DangerPart(
                                EnumWords.word(complaint.danger()),
                                complaint.danger() == Danger.CERTAIN ? CERTAIN : POSSIBLE,
                                known.why(),
                                claim(known)));
    }

    private String claim(DangerCase known) {
        if (known.claimedBy() == null) {
            return "Nobody has taken it on yet.";
        }
        String name =
                people.find(known.claimedBy()).map(People.Person::displayName).orElse(known.claimedBy());
        return "%s has taken it on, %s.".formatted(name, format.time(known.claimedAt()));
    }
}
