package io.redress.people.security;

import static io.redress.core.staff.Groups.ADMINISTRATORS;
import static io.redress.core.staff.Groups.HANDLERS;
import static io.redress.core.staff.Groups.LEADS;
import static io.redress.core.staff.Groups.MANAGERS;
import static io.redress.core.staff.Groups.SYSTEMS;
import static io.redress.core.staff.Groups.TEAM_MEMBER;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call what below {@code /api}: one line for each operation. Whoever adds an operation adds its line here; an
 * operation without one is refused to everybody, and a test says so before. What depends on more than the groups, such as
 * which cases somebody sees or whose deputy they arrange, is decided behind the door.
 */
public final class ApiDoors {

    /** Those who may call an operation, and how they are named to readers. */
    public enum Callers {
        /** Everybody who may log in with HTTP Basic. */
        EVERYBODY("Staff and systems", HANDLERS, TEAM_MEMBER, LEADS, MANAGERS, SYSTEMS, ADMINISTRATORS),
        /** Everybody but programs. */
        STAFF("Staff", HANDLERS, TEAM_MEMBER, LEADS, MANAGERS, ADMINISTRATORS),
        /** Those who work on cases, or lead. */
        DESK("Handlers, leads and managers", HANDLERS, TEAM_MEMBER, LEADS, MANAGERS),
        /** Those who lead. */
        LEADING("Leads and managers", LEADS, MANAGERS),
        /** Those who redesign and hold the switches. */
        MANAGING("Managers", MANAGERS);

        private final String words;
        private final Set<String> groups;

        Callers(String words, String... groups) {
            this.words = words;
            this.groups = Set.of(groups);
        }

        /** How a reader of the description calls them, such as "Leads and managers". */
        public String words() {
            return words;
        }

        boolean include(Collection<String> authorities) {
            return authorities.stream().anyMatch(groups::contains);
        }
    }

    /**
     * One operation.
     *
     * @param callers who may call it
     * @param afterCase whether a case that the caller does not see is not found for them before they are refused
     */
    record Door(Callers callers, boolean afterCase) {}

    private static final Map<String, Door> DOORS = new LinkedHashMap<>();

    static {
        open("POST /api/complaints", Callers.EVERYBODY);
        open("GET /api/complaints", Callers.EVERYBODY);
        open("GET /api/complaints/{caseNumber}", Callers.EVERYBODY);
        open("GET /api/complaints/{caseNumber}/timeline", Callers.EVERYBODY);
        open("GET /api/complaints/{caseNumber}/receipt", Callers.EVERYBODY);
        open("GET /api/complaints/{caseNumber}/messages", Callers.EVERYBODY);
        open("POST /api/complaints/{caseNumber}/messages", Callers.EVERYBODY);
        open("POST /api/complaints/{caseNumber}/withdrawal", Callers.EVERYBODY);
        open("POST /api/complaints/{caseNumber}/legal-events", Callers.EVERYBODY);
        open("POST /api/complaints/{caseNumber}/legal-clocks/met", Callers.EVERYBODY);
        open("POST /api/complaints/{caseNumber}/returns", Callers.EVERYBODY);
        openAfterCase("PUT /api/complaints/{caseNumber}/customer", Callers.STAFF);
        openAfterCase("GET /api/complaints/{caseNumber}/customer/corrections", Callers.STAFF);
        openAfterCase("GET /api/complaints/{caseNumber}/explanation", Callers.STAFF);
        openAfterCase("GET /api/complaints/{caseNumber}/letters-hold", Callers.STAFF);
        openAfterCase("PUT /api/complaints/{caseNumber}/letters-hold", Callers.STAFF);
        openAfterCase("PUT /api/complaints/{caseNumber}/danger", Callers.STAFF);
        openAfterCase("POST /api/complaints/{caseNumber}/danger/claim", Callers.STAFF);
        openAfterCase("GET /api/complaints/{caseNumber}/shield", Callers.LEADING);
        openAfterCase("PUT /api/complaints/{caseNumber}/shield", Callers.LEADING);
        open("PUT /api/complaints/{caseNumber}/team", Callers.LEADING);

        open("GET /api/safety-register", Callers.LEADING);
        open("PUT /api/safety-register/{id}", Callers.LEADING);
        open("POST /api/danger/check", Callers.MANAGING);
        open("GET /api/danger/lexicon", Callers.MANAGING);
        open("GET /api/danger/lexicon/{name}", Callers.MANAGING);
        open("PUT /api/danger/lexicon/{name}", Callers.MANAGING);
        open("GET /api/danger/lexicon/{name}/versions", Callers.MANAGING);
        open("GET /api/danger/lexicon/{name}/versions/{version}", Callers.MANAGING);

        open("GET /api/promises/register", Callers.LEADING);
        open("GET /api/promises/register.csv", Callers.LEADING);
        open("GET /api/letter-samples", Callers.STAFF);
        open("POST /api/letter-samples", Callers.LEADING);
        open("PUT /api/letter-samples/{id}", Callers.LEADING);

        open("GET /api/teams", Callers.STAFF);
        open("GET /api/teams/{id}", Callers.STAFF);
        open("PUT /api/teams/{id}", Callers.MANAGING);
        open("GET /api/calendars", Callers.STAFF);
        open("GET /api/calendars/{name}", Callers.STAFF);
        open("PUT /api/calendars/{name}", Callers.MANAGING);
        open("GET /api/deputies", Callers.EVERYBODY);
        open("PUT /api/deputies/{person}", Callers.DESK);
        open("DELETE /api/deputies/{person}", Callers.DESK);

        open("GET /api/stop-switch", Callers.MANAGING);
        open("PUT /api/stop-switch", Callers.MANAGING);
        open("GET /api/stop-switch/history", Callers.MANAGING);
        open("GET /api/stop-switch/report", Callers.MANAGING);
        open("GET /api/stop-switch/report.csv", Callers.MANAGING);
        open("GET /api/goodwill-codes", Callers.MANAGING);
        open("POST /api/goodwill-codes", Callers.MANAGING);
        open("GET /api/redesign/versions", Callers.MANAGING);
        open("GET /api/redesign/versions/{id}/content", Callers.MANAGING);
        open("GET /api/redesign/versions/{id}/difference", Callers.MANAGING);
        open("PUT /api/redesign/versions/{id}/reason", Callers.MANAGING);
        open("POST /api/redesign/versions/{id}/restore", Callers.MANAGING);
        open("POST /api/redesign/restore", Callers.MANAGING);
        open("GET /api/imports", Callers.MANAGING);
        open("POST /api/imports", Callers.MANAGING);
        open("GET /api/imports/{id}", Callers.MANAGING);

        open("GET /api/webhooks", Callers.MANAGING);
        open("PUT /api/webhooks/{name}", Callers.MANAGING);
        open("DELETE /api/webhooks/{name}", Callers.MANAGING);
        open("POST /api/webhooks/{name}/rotate", Callers.MANAGING);
        open("GET /api/webhooks/{name}/deliveries", Callers.MANAGING);
        open("POST /api/webhooks/{name}/deliveries/{id}/replay", Callers.MANAGING);

        open("POST /api/redesign/check", Callers.MANAGING);
        open("POST /api/redesign/what-if", Callers.MANAGING);
        open("GET /api/redesign/runs", Callers.MANAGING);
        open("GET /api/redesign/runs/{id}", Callers.MANAGING);
        open("GET /api/redesign/runs/{id}/cases.csv", Callers.MANAGING);
        open("DELETE /api/redesign/runs/{id}", Callers.MANAGING);
        open("GET /api/redesign/open-versions", Callers.MANAGING);
        open("GET /api/redesign/migrations", Callers.MANAGING);
        open("POST /api/redesign/migrations", Callers.MANAGING);
        open("GET /api/redesign/migrations/{id}", Callers.MANAGING);
        open("DELETE /api/redesign/migrations/{id}", Callers.MANAGING);
    }

    private ApiDoors() {}

    private static void open(String operation, Callers callers) {
        DOORS.put(operation, new Door(callers, false));
    }

    /** For what is done to a case: whoever does not see the case learns no more than that. */
    private static void openAfterCase(String operation, Callers callers) {
        DOORS.put(operation, new Door(callers, true));
    }

    /**
     * Who may call an operation; empty where nobody wrote it down.
     *
     * @param operation its method and its path with placeholders, such as {@code GET /api/teams/{id}}
     */
    public static Optional<Callers> callersOf(String operation) {
        return door(operation).map(Door::callers);
    }

    static Optional<Door> door(String operation) {
        return Optional.ofNullable(DOORS.get(operation));
    }

    /** Every operation that has a line. */
    static Set<String> operations() {
        return DOORS.keySet();
    }
}
