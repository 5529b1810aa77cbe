package io.redress.insight.quality;

import io.redress.complaint.file.UnknownCase;
import io.redress.conversation.correspondence.SentLetter;
import io.redress.conversation.correspondence.SentLetters;
import io.redress.core.input.RefusedInput;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.text.VisibleText;
import io.redress.intake.registration.CaseAccess;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that leads reviewed. Nobody scores what they signed themselves, nobody draws from a case that they may
 * not see, and whoever signed a letter reads its score once it is given.
 */
@Component
public class LetterSamples {

    /** The most that is drawn at once: as many as somebody reads in an afternoon. */
    public static final int MOST_DRAWN = 50;

    private static final int MOST_SHOWN = 200;
    /** The most characters of what is said about a letter. */
    public static final int LONGEST_COMMENT = 2_000;

    /** The best score of a letter. */
    public static final int BEST_SCORE = 5;

    private static final int DAYS_BACK = 7;
    private static final Set<String> JUDGES = Set.of(Groups.LEADS, Groups.MANAGERS);

    private final LetterSampleRows rows;
    private final SentLetters letters;
    private final CaseAccess access;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    LetterSamples(
            LetterSampleRows rows,
            SentLetters letters,
            CaseAccess access,
            People people,
            Clock clock,
            @Value("${redress.zone}") ZoneId zone) {
        this.rows = rows;
        this.letters = letters;
        this.access = access;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether this login draws and scores letters: leads and managers do. */
    public boolean judges(String login) {
        return people.groupsOf(login).stream().anyMatch(JUDGES::contains);
    }

    /**
     * Draws letters by chance from those that nobody drew before, in cases that this lead may see, signed by others.
     *
     * @param count from 1 to {@link #MOST_DRAWN}
     * @param from the first day on which one reached its customer, {@code null} for a week ago
     * @param to the last such day, {@code null} for today
     * @param handler the login of who signed them, {@code null} for anybody
     * @return fewer than wanted where there are no more
     */
    @Transactional
    public List<LetterSample> draw(Integer count, LocalDate from, LocalDate to, String handler, String lead) {
        requireJudge(lead);
        int wanted = checked(count);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? last.minusDays(DAYS_BACK) : from;
        if (first.isAfter(last)) {
            throw new RefusedInput("from", "The first day is after the last one.");
        }
        if (handler != null && people.find(handler).isEmpty()) {
            throw new RefusedInput("handler", "There is nobody with the login %s.".formatted(handler));
        }
        Instant begin = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        Set<UUID> before = rows.drawn(begin);
        Instant now = clock.instant();
        return letters
                .draw(begin, end, handler, letter -> !before.contains(letter.id()) && suits(letter, lead), wanted)
                .stream()
                .map(letter -> drawn(letter, lead, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<LetterSample> drawn(SentLetter letter, String lead, Instant now) {
        UUID id = UUID.randomUUID();
        return rows.insert(id, letter, lead, now)
                ? Optional.of(new LetterSample(id, letter, lead, now, null, null, null, null))
                : Optional.empty();
    }

    private boolean suits(SentLetter letter, String lead) {
        return !letter.signedBy().equals(lead) && maySee(letter, lead);
    }

    private boolean maySee(SentLetter letter, String login) {
        try {
            access.open(letter.caseNumber().value(), login);
            return true;
        } catch (UnknownCase hidden) {
            return false;
        }
    }

    /**
     * Scores a letter; a later score replaces an earlier one.
     *
     * @param score from 1 (write it quite differently) to 5 (like this)
     * @param comment {@code null} or empty for none; a score below 4 says what to do better
     * @return empty where there is no such sample for this lead
     */
    @Transactional
    public Optional<LetterSample> score(UUID id, Integer score, String comment, String lead) {
        requireJudge(lead);
        Optional<LetterSample> sample = rows.find(id).filter(one -> maySee(one.letter(), lead));
        if (sample.isEmpty()) {
            return Optional.empty();
        }
        SentLetter letter = sample.get().letter();
        if (letter.signedBy().equals(lead)) {
            throw new RefusedInput("score", "You signed this letter; another lead scores it.");
        }
        if (score == null || score < 1 || score > BEST_SCORE) {
            throw new RefusedInput("score", "Give a whole number from 1 to 5.");
        }
        String said = VisibleText.isMissing(comment) ? null : comment.strip();
        if (said != null && said.length() > LONGEST_COMMENT) {
            throw new RefusedInput("comment", "Say it in at most %,d characters.".formatted(LONGEST_COMMENT));
        }
        if (said == null && score < 4) {
            throw new RefusedInput("comment", "Say what to do better.");
        }
        rows.score(id, score, said, lead, clock.instant());
        return rows.find(id);
    }

    /**
     * The samples that this login may read, newest first: a judge those of cases that they may see, a handler the
     * scored ones that they signed.
     *
     * @param scored {@code null} for both
     */
    public List<LetterSample> readBy(String login, String handler, Boolean scored) {
        if (judges(login)) {
            return rows.newest(handler, scored, MOST_SHOWN).stream()
                    .filter(one -> maySee(one.letter(), login))
                    .toList();
        }
        if (!access.isStaff(login)) {
            throw new AccessDeniedException("Letters are read by staff.");
        }
        boolean othersOrOpen = handler != null && !handler.equals(login) || Boolean.FALSE.equals(scored);
        return othersOrOpen
                ? List.of()
                : rows.newest(login, true, MOST_SHOWN).stream()
                        .filter(one -> maySee(one.letter(), login))
                        .toList();
    }

    private void requireJudge(String login) {
        if (!judges(login)) {
            throw new AccessDeniedException("Leads and managers look at letters.");
        }
    }

    private static int checked(Integer count) {
        if (count == null || count < 1 || count > MOST_DRAWN) {
            throw new RefusedInput("count", "Draw from 1 to %d letters.".formatted(MOST_DRAWN));
        }
        return count;
    }
}
