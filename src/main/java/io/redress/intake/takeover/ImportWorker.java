package io.redress.intake.takeover;

import io.redress.complaint.file.Complaint;
import io.redress.intake.registration.Intake;
import io.redress.intake.takeover.ImportRows.Claimed;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The worker that imports cases, each row in one transaction on one node. A node that dies leaves the row as it was,
 * and another node goes on with it.
 */
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    /** After this many, the thread is given to others that wait for their turn. */
    private static final int AT_A_TURN = 500;

    private final ImportRows rows;
    private final ImportRecords records;
    private final Intake intake;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportWorker(ImportRows rows, ImportRecords records, Intake intake, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.records = records;
        this.intake = intake;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    void goOn() {
        int done = 0;
        while (done < AT_A_TURN && bringNext()) {
            done++;
        }
        rows.finish(clock.instant());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forget() {
        records.forgetFiles(clock.instant().minus(Imports.CHECK_HOLDS));
    }

    private boolean bringNext() {
        Claimed[] current = new Claimed[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<Claimed> next = rows.claim();
                next.ifPresent(row -> {
                    current[0] = row;
                    bring(row);
                });
                return next.isPresent();
            }));
        } catch (RuntimeException broken) {
            if (current[0] == null) {
                throw broken;
            }
            LOG.warn("Row {} of import {} is put off", current[0].number(), current[0].run(), broken);
            rows.broke(
                    current[0],
                    "Could not be stored: "
                            + NestedExceptionUtils.getMostSpecificCause(broken).getMessage());
            return true;
        }
    }

    private void bring(Claimed row) {
        Optional<Complaint> complaint = intake.bringOver(row.row(), row.source(), row.person());
        complaint.ifPresentOrElse(brought -> rows.imported(row, brought.number()), () -> rows.known(row));
    }
}
