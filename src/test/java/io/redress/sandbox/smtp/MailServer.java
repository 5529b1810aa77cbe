package io.redress.sandbox.smtp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
    private final GreenMail greenMail;
    private final SmtpDoor door;

    private MailServer(Path folder, Clock clock, Faults faults) {
        this.records = new Records(folder.resolve("mails.jsonl"));
        this.clock = clock;
        this.faults = faults;
        var inside = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        inside.setServerStartupTimeout(20_000);
        greenMail = new GreenMail(inside);
        greenMail.start();
        greenMail.getUserManager().setMessageDeliveryHandler(this::deliver);
        door = new SmtpDoor(greenMail.getSmtp().getPort(), faults);
    }

    /** Opens the post office; mails kept in the folder are there again. */
    public static MailServer start(Path folder, Clock clock, Faults faults) {
        return new MailServer(folder, clock, faults);
    }

    public int port() {
        return door.port();
    }

    /** Every mail so far, oldest first, one per recipient, as the control API shows it. */
    public List<ObjectNode> mails() {
        return records.all("mail");
    }

    @Override
    public void close() {
        door.close();
        greenMail.stop();
        records.close();
    }

    private GreenMailUser deliver(MovingMessage message, MailAddress recipient) throws UserException {
        var fault = faults.take(Provider.SMTP, AT_DELIVERY);
        if (is(fault, FaultKind.ERROR_BEFORE) || is(fault, FaultKind.RATE_LIMIT)) {
            throw new UserException("The sandbox was told to refuse this mail.");
        }
        var mail = MailReader.read(message.getMessage(), recipient.getEmail(), clock.instant());
        records.put("mail", Ids.stripe("mail"), mail);
        if (is(fault, FaultKind.SLOW)) {
            pause(fault.get().seconds());
        } else if (is(fault, FaultKind.LOST_ANSWER)) {
            door.hangUp();
        } else if (is(fault, FaultKind.ERROR_AFTER)) {
            throw new UserException("The sandbox was told to fail after taking this mail.");
        }
        return mailbox(recipient.getEmail());
    }

    private GreenMailUser mailbox(String email) throws UserException {
        UserManager users = greenMail.getUserManager();
        var user = users.getUserByEmail(email);
        return user != null ? user : users.createUser(email, email, email);
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
