package io.redress.redesign.whatif;

import io.redress.core.input.RefusedInput;
import io.redress.intake.registration.CaseAccess;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.FindingTexts;
import io.redress.redesign.lint.Lint;
import io.redress.redesign.lint.RefusedModels;
import io.redress.redesign.model.ModelFile;
import io.redress.redesign.tape.Tape.Span;
import io.redress.redesign.whatif.WhatIfRun.CaseList;
import io.redress.redesign.whatif.WhatIfRun.ListedCase;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What if these tables had been in force: runs over the tape, which touch nothing that is live. Tables that would not be
 * let in are not tried either.
 */
@Component
public class WhatIf {

    /** The most cases of a run that asks for the last ones. */
    public static final int MOST_CASES = 1_000_000;

    /**
     * What keeps a table from being put live, and not from being tried. Whoever plans a new column wants to know first
     * which cases it would be about; the run names the fact that nobody tells the table yet, and leaves them undecided.
     * Words for the customer are found for what is going to be given, once that is known.
     */
    private static final Set<String> MAY_BE_TRIED = Set.of("table-name-unknown", "remedy-promised");

    private static final int MOST_WAITING = 20;

    private final Lint lint;
    private final FindingTexts texts;
    private final WhatIfRows rows;
    private final WhatIfWorker worker;
    private final CaseAccess access;
    private final Clock clock;

    WhatIf(Lint lint, FindingTexts texts, WhatIfRows rows, WhatIfWorker worker, CaseAccess access, Clock clock) {
        this.lint = lint;
        this.texts = texts;
        this.rows = rows;
        this.worker = worker;
        this.access = access;
        this.clock = clock;
    }

    /** So many runs wait already that another would not begin for long. */
    public static final class TooManyWaiting extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooManyWaiting() {
            super("Too many runs wait already. Cancel one, or try again later.");
        }
    }

    /**
     * Begins a run, as soon as a node is free.
     *
     * @param files decision tables; whatever else is live stays as it is
     * @throws RefusedModels where a deployment of them would be refused
     * @throws RefusedInput where there is no table
     * @throws TooManyWaiting where too many wait
     */
    public WhatIfRun start(Collection<ModelFile> files, Span span, String person) {
        for (ModelFile file : files) {
            if (file.kind() != ModelFile.Kind.TABLE) {
                throw new RefusedInput(
                        "file", "Only decision tables (.dmn) can be tried; “%s” is none.".formatted(file.name()));
            }
        }
        List<Finding> errors = lint.check(files).stream()
                .filter(Finding::isError)
                .filter(finding -> !MAY_BE_TRIED.contains(finding.rule()))
                .toList();
        if (!errors.isEmpty()) {
            throw new RefusedModels(errors, texts);
        }
        if (rows.waiting() >= MOST_WAITING) {
            throw new TooManyWaiting();
        }
        UUID id = rows.add(files, span, person, clock.instant());
        worker.next();
        return rows.find(id).orElseThrow();
    }

    /** A run, whoever began it. */
    public Optional<WhatIfRun> find(UUID id) {
        return rows.find(id);
    }

    /** The latest runs of everybody, newest first. */
    public List<WhatIfRun> latest(int most) {
        return rows.latest(most);
    }

    /** Ends a run before it is done; one that is done stays as it is. */
    public Optional<WhatIfRun> cancel(UUID id) {
        rows.cancel(id);
        return rows.find(id);
    }

    /**
     * Cases of a list, in the order of their numbers, but none that is kept from the reader.
     *
     * @param offset how many to leave out
     */
    public List<ListedCase> cases(UUID id, CaseList list, long offset, int most, String reader) {
        List<ListedCase> cases = rows.cases(id, list, offset, most);
        Set<String> visible =
                access.visible(cases.stream().map(ListedCase::caseNumber).toList(), reader);
        return cases.stream().filter(one -> visible.contains(one.caseNumber())).toList();
    }
}
