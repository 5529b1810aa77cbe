package io.redress.sandbox.smtp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Faults;
import io.redress.sandbox.http.Provider;
import io.redress.sandbox.state.Ids;
import io.redress.sandbox.state.Records;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The post office: takes every mail on a free loopback port, keeps it over restarts, delivers to nobody. */
public final class MailServer implements AutoCloseable {

    private static final Set<FaultKind> AT_DELIVERY = EnumSet.complementOf(EnumSet.of(FaultKind.DOWN, FaultKind.DRIP));

    private final Records records;
    private final Clock clock;
    private final Faults faults;
    private final MailRules rules = new MailRules();
    private final SmtpServer server;

    private MailServer(Path folder, Clock clock, Faults faults) {
        this.records = new Records(folder.resolve("mails.jsonl"));
        this.clock = clock;
        this.faults = faults;
        this.server = new SmtpServer(rules, this::take, faults);
    }

    /** Opens the post office; mails kept in the folder are there again. */
    public static MailServer start(Path folder, Clock clock, Faults faults) {
        return new MailServer(folder, clock, faults);
    }

    public int port() {
        return server.port();
    }

    /** What it offers, and whom it does not know. */
    public MailRules rules() {
        return rules;
    }

    /** Every mail so far, oldest first, one per recipient, as the control API shows it. */
    public List<ObjectNode> mails() {
        return records.all("mail");
    }

    @Override
    public void close() {
        server.close();
        records.close();
    }

    private String take(Envelope mail) {
        var fault = faults.take(Provider.SMTP, AT_DELIVERY);
        if (is(fault, FaultKind.ERROR_BEFORE)) {
            return "451 4.3.0 The sandbox was told to refuse this mail";
        }
        if (is(fault, FaultKind.RATE_LIMIT)) {
            return "452 4.3.1 Too many mails";
        }
        try {
            keep(mail);
        } catch (IllegalArgumentException unreadable) {
            return "554 5.6.0 Not a mail";
        }
        if (is(fault, FaultKind.SLOW)) {
            pause(fault.get().seconds());
        }
        if (is(fault, FaultKind.LOST_ANSWER)) {
            return null;
        }
        return is(fault, FaultKind.ERROR_AFTER)
                ? "451 4.3.0 The sandbox was told to fail after taking this mail"
                : "250 2.0.0 OK";
    }

    private void keep(Envelope mail) {
        for (var recipient : mail.recipients()) {
            records.put("mail", Ids.stripe("mail"), MailReader.read(mail.message(), recipient, clock.instant()));
        }
    }

    private static boolean is(Optional<Fault> fault, FaultKind kind) {
        return fault.isPresent() && fault.get().kind() == kind;
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(seconds * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
