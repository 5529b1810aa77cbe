package io.redress.people.assignment;

import io.redress.complaint.file.Complaint;
import io.redress.people.team.Team;
import io.redress.people.team.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The notes for whoever works on a case about its team and the people who had it before. */
@Component
public class TeamNotes {

    private final Teams teams;
    private final TaskCandidates candidates;

    TeamNotes(Teams teams, TaskCandidates candidates) {
        this.teams = teams;
        this.candidates = candidates;
    }

    /** Sentences in English; none where there is nothing to know. */
    public List<String> of(Complaint complaint) {
        List<String> notes = new ArrayList<>();
        if (complaint.isOverflowed()) {
            notes.add(nobodySpeaks(complaint, teams.of(complaint.servingTeam())));
        }
        var before = candidates.hadItBefore(complaint);
        if (!before.isEmpty()) {
            notes.add(hadItBefore(String.join(", ", before)));
        }
        return notes;
    }

    static String nobodySpeaks(Complaint complaint, Team taker) {
        Locale language = TeamMoves.language(complaint.customer());
        return "Nobody in our teams speaks %s; %s takes it."
                .formatted(
                        language == null ? "the customer's language" : language.getDisplayLanguage(Locale.ENGLISH),
                        taker.name());
    }

    /** Says that the same people have the case again. */
    public static String hadItBefore(String who) {
        return "%s had this case before, and nobody else is there.".formatted(who);
    }
}
