package io.redress.intake.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.core.staff.People;
import io.redress.core.staff.Workplaces;
import io.redress.intake.registration.ImportRow;
import io.redress.intake.takeover.ImportCheck.Checked;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files as other systems and spreadsheets write them, and what is said of those that are wrong. */
class ImportCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String HEADER = "externalId,receivedAt,customerEmail,description,owner\n";
    private static final String RIGHT = "T-1,2026-11-03T09:30:00+01:00,ada@example.org,It never came.,hanna\n";

    private final ImportCheck check =
            new ImportCheck(new TwoPeople(), mock(Workplaces.class), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aSpreadsheetsFileIsReadWhateverSeparatesItsCells() {
        Checked checked = csv("\uFEFFexternalId;channel;receivedAt;acknowledgedAt;claim;customerName;customerPhone;"
                + "description;team;priority\r\n"
                + "T-1;email;2026-11-03T09:30:00+01:00;2026-11-03T08:30:00Z;not_received;\"Müller; Ada\";+49 30 1234567;"
                + "\"She said \"\"never\"\",\nand hung up.\";leads;80\r\n"
                + ";;;;;;;;;\r\n");

        assertThat(checked.faults()).isEmpty();
        ImportRow row = checked.rows().get(2);
        assertThat(row.channel()).isEqualTo(Channel.EMAIL);
        assertThat(row.claim()).isEqualTo(Claim.NOT_RECEIVED);
        assertThat(row.receivedAt()).isEqualTo("2026-11-03T08:30:00Z");
        assertThat(row.heardAt()).isEqualTo(row.receivedAt());
        assertThat(row.customer().name()).isEqualTo("Müller; Ada");
        assertThat(row.description()).isEqualTo("She said \"never\",\nand hung up.");
        assertThat(row.priority()).isEqualTo(80);
        assertThat(checked.size()).isEqualTo(1);
    }

    @Test
    void aColumnThatIsEmptyAtTheEndIsNone() {
        for (String end : List.of(",", ",,", ", ")) {
            Checked checked = csv(HEADER.strip() + end + "\n" + RIGHT.strip() + end + "\n");
            assertThat(checked.faults()).as(end).isEmpty();
            assertThat(checked.size()).isEqualTo(1);
        }
        assertThat(csv(HEADER + RIGHT.strip() + ",\n").faults()).isEmpty();
        assertThat(csv(HEADER.strip() + ",\n" + RIGHT).faults()).isEmpty();
        assertThat(csv(HEADER + RIGHT.strip() + ",more\n").faults()).hasSize(1);
        assertThat(csv(HEADER.replace("customerEmail", "") + RIGHT).faults())
                .as("in the middle")
                .isNotEmpty();
    }

    @Test
    void jsonHasTheSameNames() {
        Checked checked = json("""
                [{"externalId": "T-1", "receivedAt": "2026-11-03T09:30:00+01:00", "customerEmail": "a@example.org",
                  "firstAnsweredAt": "2026-11-04T09:30:00+01:00", "description": "Late.", "priority": 0, "owner": null}]""");

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.rows().get(1).heardAt())
                .as("an answer says that the complaint has arrived")
                .isEqualTo("2026-11-04T08:30:00Z");
    }

    @Test
    void everyFaultOfEveryRowIsNamed() {
        Checked checked =
                csv("externalId,receivedAt,acknowledgedAt,customerEmail,customerLocale,description,owner,team,"
                        + "claim,priority\n"
                        + "T-1,2026-11-03T09:30:00Z,2026-11-03T09:29:59Z,ada@example.org,de,Late.,hanna,leads,late,100\n"
                        + "T-1,2026-11-24T12:00:01Z,,\"a@b.org,c@d.org\",deutsch-,Late.,system,systems,slow,101\n"
                        + ",3.11.2026,,,,,,,,\n");

        assertThat(checked.rows()).isEmpty();
        assertThat(checked.faults())
                .extracting(fault -> fault.row() + " " + fault.field())
                .containsExactlyInAnyOrder(
                        "2 acknowledgedAt",
                        "3 externalId",
                        "3 receivedAt",
                        "3 customerEmail",
                        "3 customerLocale",
                        "3 owner",
                        "3 team",
                        "3 claim",
                        "3 priority",
                        "4 externalId",
                        "4 receivedAt",
                        "4 customerEmail",
                        "4 description");
        assertThat(checked.faults())
                .contains(
                        new ImportFault(3, "externalId", "Is there twice, first in row 2."),
                        new ImportFault(3, "receivedAt", "Must not lie in the future."),
                        new ImportFault(2, "acknowledgedAt", "Must not lie before receivedAt."));
    }

    @Test
    void contactThatCannotBeReadIsKeptBesideOneThatCan() {
        Checked checked = csv("externalId,receivedAt,customerEmail,customerPhone,description\n"
                + "T-1,2026-11-03T09:30:00Z,maša@example.org,call me,Late.\n"
                + "T-2,2026-11-03T09:30:00Z,\u200b,(030) 1234567 ext. 7,Late.\n"
                + "T-3,2026-11-03T09:30:00Z,a@b@c,+49 30 1234567,Late.\n"
                + "T-4,2026-11-03T09:30:00Z,a@b@c,,Late.\n"
                + "T-5,2026-11-03T09:30:00Z,ada@example.org,,\u2060\u00ad\n");

        assertThat(checked.rows().keySet()).containsExactly(2, 3, 4);
        assertThat(checked.rows().get(2).customer().phone()).isEqualTo("call me");
        assertThat(checked.rows().get(3).customer().email()).isNull();
        assertThat(checked.warnings())
                .extracting(warning -> warning.row() + " " + warning.field())
                .containsExactly("2 customerPhone", "4 customerEmail");
        assertThat(checked.faults())
                .extracting(fault -> fault.row() + " " + fault.field())
                .containsExactly("5 customerEmail", "6 description");
    }

    @Test
    void whatIsNoUtf8IsRefusedWithItsRowAndNotGarbled() {
        ByteArrayOutputStream latin = new ByteArrayOutputStream();
        latin.writeBytes((HEADER + RIGHT).getBytes(StandardCharsets.UTF_8));
        latin.writeBytes(RIGHT.replace("T-1", "T-2")
                .replace("It never came.", "\"Für\nmich\"")
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(check.check(latin.toByteArray(), ImportFormat.CSV).faults())
                .containsExactly(new ImportFault(3, "row", "Byte 0xFC is not UTF-8; save the file as UTF-8."));
    }

    @Test
    void whatIsNoTableIsRefusedWithItsRow() {
        assertThat(fault(HEADER + RIGHT + "T-2,2026-11-03T09:30:00Z,b@example.org,\"no end\n"))
                .isEqualTo(
                        new ImportFault(3, "row", "This is no CSV: are all quotes closed, and doubled within quotes?"));
        assertThat(fault(HEADER + RIGHT + "T-2,2026-11-03T09:30:00Z,b@example.org\n"))
                .isEqualTo(new ImportFault(3, "row", "Has 3 cells for 5 columns."));
        assertThat(fault("externalId,received\n" + RIGHT))
                .isEqualTo(new ImportFault(1, "row", "The column \"received\" is not known."));
        assertThat(fault("owner,owner\n" + RIGHT))
                .isEqualTo(new ImportFault(1, "row", "The column \"owner\" is there twice."));
        assertThat(fault("")).isEqualTo(new ImportFault(1, "row", "Must have from 1 to 50,000 cases."));
        assertThat(fault(HEADER)).isEqualTo(new ImportFault(1, "row", "Must have from 1 to 50,000 cases."));
    }

    @Test
    void jsonThatIsNoListOfFlatObjectsIsRefused() {
        assertThat(json("{}").faults())
                .extracting(ImportFault::message)
                .containsExactly("Must be a JSON list of objects.");
        assertThat(json("[").faults())
                .singleElement()
                .extracting(ImportFault::row)
                .isEqualTo(1);
        assertThat(json("[{\"customer\": {}, \"subject\": 5}, 7]").faults())
                .contains(
                        new ImportFault(1, "customer", "This field is not known."),
                        new ImportFault(1, "subject", "Must be a text."),
                        new ImportFault(2, "row", "Must be an object."));
    }

    private ImportFault fault(String text) {
        List<ImportFault> faults = csv(text).faults();
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    private Checked csv(String text) {
        return check.check(text.getBytes(StandardCharsets.UTF_8), ImportFormat.CSV);
    }

    private Checked json(String text) {
        return check.check(text.getBytes(StandardCharsets.UTF_8), ImportFormat.JSON);
    }

    /** A handler and a connected system. */
    private static final class TwoPeople implements People {

        @Override
        public Optional<Person> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<Person> group(String name) {
            return List.of(new Person(name + "-member", "Somebody", null));
        }

        @Override
        public List<String> groupsOf(String id) {
            return List.of(id.equals("hanna") ? "handlers" : "systems");
        }

        @Override
        public String currentUserId() {
            return null;
        }
    }
}
