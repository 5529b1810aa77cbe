package io.redress.intake.takeover;

import io.redress.complaint.file.Complaints;
import io.redress.core.input.RefusedInput;
import io.redress.intake.registration.ImportRow;
import io.redress.intake.takeover.ImportCheck.Checked;
import io.redress.intake.takeover.ImportRecords.File;
import io.redress.intake.takeover.ImportRun.Brought;
import io.redress.intake.takeover.ImportRun.State;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The imports of open cases from another system: first a dry run, then the run of the same file. A case is known by its
 * source and its id there, and comes into being once, however often and from wherever its file is sent.
 */
@Component
public class Imports {

    /** How long a dry run holds; after that people, cases and the clock may have moved on. */
    static final Duration CHECK_HOLDS = Duration.ofHours(24);

    private static final int AT_ONCE = 1_000;
    private static final String SOURCE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private final ImportCheck check;
    private final ImportRecords records;
    private final ImportRows rows;
    private final Complaints complaints;
    private final Clock clock;

    Imports(ImportCheck check, ImportRecords records, ImportRows rows, Complaints complaints, Clock clock) {
        this.check = check;
        this.records = records;
        this.rows = rows;
        this.complaints = complaints;
        this.clock = clock;
    }

    /** The file was not checked, or not lately. */
    public static class NotChecked extends RuntimeException {

        NotChecked() {
            super("Nothing was imported. Send the same file with dryRun=true first, until nothing in it is refused;"
                    + " within 24 hours after that it can be imported.");
        }
    }

    /**
     * Says what an import of this file would do.
     *
     * @param source what the system is called that had the cases before
     * @throws RefusedInput where the source is no name
     */
    @Transactional
    public ImportRun dryRun(byte[] bytes, ImportFormat format, String source, String person) {
        File file = file(bytes, format, source);
        Checked checked = check.check(bytes, format);
        State state = checked.faults().isEmpty() ? State.CHECKED : State.REFUSED;
        ImportRun run =
                run(file, true, state, person, checked, known(file, checked).size());
        records.insert(run, file);
        return run;
    }

    /**
     * Starts to import a file, or answers with its run where it is being imported already. All rows are checked once
     * more; where one is refused, nothing is imported.
     *
     * @throws NotChecked where no dry run of the same file found it right in the last 24 hours
     */
    @Transactional
    public ImportRun start(byte[] bytes, ImportFormat format, String source, String person) {
        return start(file(bytes, format, source), person);
    }

    /** Starts to import the file of a dry run. @throws NotChecked where it is not kept any more */
    @Transactional
    public ImportRun startChecked(UUID dryRun, String person) {
        return start(records.file(dryRun).orElseThrow(NotChecked::new), person);
    }

    private ImportRun start(File file, String person) {
        Optional<ImportRun> running = records.running(file);
        if (running.isPresent()) {
            return running.get();
        }
        if (!records.checkedSince(file, clock.instant().minus(CHECK_HOLDS))) {
            throw new NotChecked();
        }
        Checked checked = check.check(file.bytes(), file.format());
        State state = checked.faults().isEmpty() ? State.RUNNING : State.REFUSED;
        Set<String> known = known(file, checked);
        ImportRun run = run(file, false, state, person, checked, known.size());
        if (!records.insert(run, file)) {
            return start(file, person);
        }
        if (state == State.RUNNING) {
            rows.insert(run.id(), checked.rows(), known);
        }
        return run;
    }

    /** A dry run or a run. */
    public Optional<ImportRun> find(UUID id) {
        return records.find(id);
    }

    /** The latest dry runs and runs, newest first. */
    public List<ImportRun> latest(int most) {
        return records.latest(most);
    }

    /** The cases that a run has brought over so far, in the order of the file. */
    public List<Brought> brought(UUID id, int most) {
        return records.brought(id, most);
    }

    private ImportRun run(File file, boolean dryRun, State state, String person, Checked checked, int known) {
        return new ImportRun(
                UUID.randomUUID(),
                file.source(),
                dryRun,
                state,
                person,
                clock.instant(),
                null,
                checked.size(),
                known,
                state == State.RUNNING ? known : 0,
                checked.faults(),
                checked.warnings(),
                List.of());
    }

    private Set<String> known(File file, Checked checked) {
        List<String> ids =
                checked.rows().values().stream().map(ImportRow::externalId).toList();
        Set<String> known = new HashSet<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = new ArrayList<>(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            known.addAll(complaints.knownExternalIds(file.source(), some));
        }
        return known;
    }

    private static File file(byte[] bytes, ImportFormat format, String source) {
        if (!source.matches(SOURCE)) {
            throw new RefusedInput("source", "Must be a name of 1 to 40 letters, digits, dots and dashes.");
        }
        return new File(source, format, digest(bytes), bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
