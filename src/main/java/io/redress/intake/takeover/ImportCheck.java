package io.redress.intake.takeover;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.core.input.Problem;
import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import io.redress.core.staff.Workplaces;
import io.redress.intake.registration.GivenContacts;
import io.redress.intake.registration.ImportRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The check of every row of a file of cases, so that everything that is wrong can be corrected at once. */
@Component
class ImportCheck {

    /** The columns that a file may have. */
    static final List<String> COLUMNS = List.of(
            "externalId",
            "channel",
            "receivedAt",
            "acknowledgedAt",
            "firstAnsweredAt",
            "claim",
            "customerName",
            "customerEmail",
            "customerPhone",
            "customerLocale",
            "orderNumber",
            "subject",
            "description",
            "owner",
            "team",
            "priority",
            "hurt");

    static final int MOST_ROWS = 50_000;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Set<String> OWNERS = Set.of(Groups.HANDLERS, Groups.LEADS);

    /** Groups that handle no cases. */
    private static final Set<String> NO_TEAMS = Set.of(Groups.SYSTEMS, Groups.ADMINISTRATORS);

    private final People people;
    private final Workplaces workplaces;
    private final Clock clock;

    ImportCheck(People people, Workplaces workplaces, Clock clock) {
        this.people = people;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /**
     * @param size how many rows the file has, 0 where it could not be read
     * @param rows those that are right, by their number in the file
     * @param warnings what is kept as it stands in the file although it cannot be read
     */
    record Checked(int size, Map<Integer, ImportRow> rows, List<ImportFault> faults, List<ImportFault> warnings) {}

    /** Checks a file; nothing is stored. */
    Checked check(byte[] file, ImportFormat format) {
        List<ImportFault> faults = new ArrayList<>();
        try {
            String text = ImportText.of(file);
            List<ImportLine> lines = format == ImportFormat.CSV ? ImportCsv.read(text) : ImportJson.read(text, faults);
            if (lines.isEmpty() || lines.size() > MOST_ROWS) {
                throw new ImportText.Unreadable(1, "Must have from 1 to %,d cases.".formatted(MOST_ROWS));
            }
            return new Pass(faults).of(lines);
        } catch (ImportText.Unreadable unreadable) {
            faults.addAll(unreadable.faults());
            return new Checked(0, Map.of(), faults, List.of());
        }
    }

    /** One file's way through the check; people are looked up once. */
    private final class Pass {

        private final List<ImportFault> faults;
        private final Instant now = clock.instant();
        private final Map<String, Integer> seen = new HashMap<>();
        private final Map<String, Boolean> owners = new HashMap<>();
        private final Map<String, Boolean> teams = new HashMap<>();

        Pass(List<ImportFault> faults) {
            this.faults = faults;
        }

        Checked of(List<ImportLine> lines) {
            Map<Integer, ImportRow> rows = new TreeMap<>();
            lines.forEach(line -> rows.put(line.row(), row(line)));
            faults.forEach(fault -> rows.remove(fault.row()));
            return new Checked(lines.size(), rows, faults, warnings(rows));
        }

        private static List<ImportFault> warnings(Map<Integer, ImportRow> rows) {
            List<ImportFault> warnings = new ArrayList<>();
            rows.forEach((number, row) -> GivenContacts.warnings(row.customer(), "customerEmail", "customerPhone")
                    .forEach(warning -> warnings.add(new ImportFault(number, warning.field(), warning.message()))));
            return warnings;
        }

        private ImportRow row(ImportLine line) {
            ImportFields fields = new ImportFields(line, faults);
            Instant received = fields.instant("receivedAt", EARLIEST, "Must not lie before the year 2000.", now);
            Instant since = received == null ? EARLIEST : received;
            if (!fields.has("receivedAt")) {
                fields.refuse("receivedAt", "Is missing.");
            }
            return new ImportRow(
                    externalId(fields, line.row()),
                    fields.word("channel", Channel.class),
                    fields.word("claim", Claim.class),
                    received,
                    fields.instant("acknowledgedAt", since, "Must not lie before receivedAt.", now),
                    fields.instant("firstAnsweredAt", since, "Must not lie before receivedAt.", now),
                    customer(fields),
                    fields.text("orderNumber", 100),
                    fields.text("subject", 500),
                    fields.required("description", 20_000),
                    owner(fields),
                    team(fields),
                    fields.priority("priority"),
                    fields.yesOrNo("hurt"));
        }

        private String externalId(ImportFields fields, int row) {
            String id = fields.required("externalId", 255);
            Integer first = id == null ? null : seen.putIfAbsent(id, row);
            if (first != null) {
                fields.refuse("externalId", "Is there twice, first in row %d.".formatted(first));
            }
            return id;
        }

        private Customer customer(ImportFields fields) {
            Customer given = new Customer(
                    fields.text("customerName", 200),
                    fields.text("customerEmail", GivenContacts.LONGEST),
                    fields.text("customerPhone", GivenContacts.LONGEST),
                    locale(fields),
                    null);
            if (!fields.isRefused("customerEmail") && !fields.isRefused("customerPhone")) {
                List<Problem> problems = GivenContacts.check(given, "customerEmail", "customerPhone");
                problems.forEach(problem -> fields.refuse(problem.field(), problem.message()));
            }
            return given;
        }

        private String locale(ImportFields fields) {
            String locale = fields.text("customerLocale", 35);
            try {
                if (locale != null) {
                    new Locale.Builder().setLanguageTag(locale.replace('_', '-'));
                }
            } catch (IllformedLocaleException malformed) {
                fields.refuse("customerLocale", "Must be a language tag such as en, de or zh-CN.");
            }
            return locale;
        }

        private String owner(ImportFields fields) {
            String owner = fields.text("owner", 64);
            if (owner != null
                    && !owners.computeIfAbsent(owner, login -> people.groupsOf(login).stream()
                            .anyMatch(group -> OWNERS.contains(group) || workplaces.isTeam(group)))) {
                fields.refuse("owner", "Must be the login of a handler or a lead.");
            }
            return owner;
        }

        private String team(ImportFields fields) {
            String team = fields.text("team", 64);
            if (team != null
                    && (NO_TEAMS.contains(team)
                            || !teams.computeIfAbsent(
                                    team, group -> !people.group(group).isEmpty()))) {
                fields.refuse("team", "Must be a group of staff that has members, such as handlers or leads.");
            }
            return team;
        }
    }
}
