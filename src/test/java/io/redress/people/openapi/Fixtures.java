package io.redress.people.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.answer.Registered;
import io.redress.answer.SafetyRegister;
import io.redress.answer.SafetyRegister.SafetyRecord;
import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * What each operation with a JSON body needs that its description cannot say: who calls it, what has to be there, and which
 * values mean something, such as a login. Whoever adds such an operation adds its line here.
 */
final class Fixtures {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** No version of a model has it: a story of its own puts models live. */
    private static final int UNKNOWN = 999_999_999;

    private final SandboxDriver world;
    private final Map<String, Fixture> fixtures = new TreeMap<>();

    /**
     * How one operation is called.
     *
     * @param role the login
     * @param path makes what has to be there, and gives the address
     * @param always fields that even the least body needs to be understood, by path, as JSON
     * @param pins values of fields that mean something, where they are sent
     * @param accepts what a right body is answered beside success, where more than a body is needed for that
     */
    record Fixture(
            String role,
            Function<Fixtures, String> path,
            Map<String, String> always,
            Map<String, String> pins,
            Set<Integer> accepts) {

        Fixture always(String field, String json) {
            Map<String, String> more = new LinkedHashMap<>(always);
            more.put(field, json);
            return new Fixture(role, path, more, pins, accepts);
        }

        Fixture pin(String field, String json) {
            Map<String, String> more = new LinkedHashMap<>(pins);
            more.put(field, json);
            return new Fixture(role, path, always, more, accepts);
        }

        Fixture or(int status) {
            return new Fixture(role, path, always, pins, Set.of(status));
        }

        void applyTo(JsonNode body) {
            pins.forEach((field, json) -> Bodies.pin(body, field, read(json), false));
            always.forEach((field, json) -> Bodies.pin(body, field, read(json), true));
        }

        private static JsonNode read(String json) {
            try {
                return JSON.readTree(
                        json.replace('\'', '"').replace("#", UUID.randomUUID().toString()));
            } catch (java.io.IOException malformed) {
                throw new IllegalArgumentException(json, malformed);
            }
        }
    }

    Fixtures(SandboxDriver world) {
        this.world = world;
        String past = "'" + world.clock().instant().minus(Duration.ofHours(1)) + "'";
        String soon = "'" + world.clock().instant().plus(Duration.ofDays(300)) + "'";
        String later = "'" + world.clock().instant().plus(Duration.ofDays(301)) + "'";
        put("registerComplaint", "system", all -> "/api/complaints")
                .always("customer.email", "'derived-#@customers.example'")
                .pin("customer.phone", "'+49 30 1234567'")
                .pin("customer.locale", "'de'")
                .pin("customer.timeZone", "'Europe/Berlin'")
                .pin("receivedAt", past)
                .pin("order.items[0].sku", "'DERIVED'")
                .pin("order.shipments[0].items[0].sku", "'DERIVED'")
                .pin("affectedItems[0].sku", "'DERIVED'")
                .pin("hurt", "false")
                .keep(this);
        put("correctCustomer", "handler", all -> all.caseOf() + "/customer")
                .pin("email", "'derived-#@customers.example'")
                .pin("phone", "'+49 30 1234567'")
                .pin("locale", "'de'")
                .pin("timeZone", "'Europe/Berlin'")
                .keep(this);
        put("sayDanger", "handler", all -> all.caseOf() + "/danger")
                .pin("hurt", "false")
                .keep(this);
        put("tellLegalEvent", "system", all -> all.caseOf() + "/legal-events")
                .pin("at", past)
                .keep(this);
        put("tellLegalDutyDone", "system", Fixtures::caseWithDuty)
                .always("clock", "'Answer to data request'")
                .pin("at", "null")
                .keep(this);
        put("changeLettersHold", "handler", all -> all.caseOf() + "/letters-hold")
                .always("held", "true")
                .always("reason", "'deceased'")
                .keep(this);
        put("passOnMessage", "system", all -> all.caseOf() + "/messages").keep(this);
        put("withdrawComplaint", "system", all -> all.caseOf() + "/withdrawal").keep(this);
        // That goods are awaited takes a story of its own.
        put("reportReturn", "system", all -> all.caseOf() + "/returns").or(409).keep(this);
        put("decideShield", "lead", all -> all.caseOf() + "/shield")
                .always("accused", "['handler2']")
                .pin("lifted", "false")
                .keep(this);
        // The case may be moving on by itself at the same moment.
        put("moveToTeam", "lead", all -> all.caseOf() + "/team")
                .always("team", "'leads'")
                .or(409)
                .keep(this);
        put("checkDanger", "manager", all -> "/api/danger/check")
                .pin("texts", "[{'text': 'It caught fire.', 'language': 'en'}]")
                .keep(this);
        put("arrangeDeputy", "manager", all -> "/api/deputies/manager2")
                .always("deputy", "'manager'")
                .always("from", soon)
                .always("until", later)
                .keep(this);
        put("drawLetterSamples", "lead", all -> "/api/letter-samples")
                .pin("handler", "'handler'")
                .pin("from", "'2026-01-01'")
                .pin("to", "'2026-12-31'")
                .keep(this);
        // That somebody signed a letter takes a story of its own.
        put("scoreLetterSample", "lead", all -> "/api/letter-samples/" + UUID.randomUUID())
                .or(404)
                .keep(this);
        put("changeSafetyRecord", "lead", Fixtures::safetyRecord)
                .pin("authority", "'BVL'")
                .pin("authorityToldAt", past)
                .keep(this);
        put("importGoodwillCodes", "manager", all -> "/api/goodwill-codes?dryRun=true")
                .always("codes", "[{'code': 'C-#', 'kind': 'voucher', 'currency': 'EUR', 'amount': '5.00'}]")
                .keep(this);
        put("turnStopSwitch", "manager", all -> "/api/stop-switch")
                .always("held", "false")
                .keep(this);
        put("changeCalendar", "manager", all -> "/api/calendars/derived")
                .always("hours", "{'monday': '09:00-17:00'}")
                .pin("zone", "'Europe/Berlin'")
                .pin("holidays", "['DE-BE']")
                .pin("closed", "['2026-12-24']")
                .pin("special", "{'2026-12-31': '09:00-12:00'}")
                .keep(this);
        put("changeTeam", "manager", all -> "/api/teams/derived")
                .pin("id", "'derived'")
                .pin("markets", "['CN']")
                .always("languages", "['la']")
                .pin("calendar", "'standard'")
                .pin("zone", "'Asia/Shanghai'")
                .pin("lead", "'lead'")
                .pin("deputies", "['lead2']")
                .pin("members", "[]")
                .pin("overflow", "false")
                .pin("warnings", "[]")
                .keep(this);
        put("putWebhook", "manager", all -> "/api/webhooks/derived")
                .always("url", "'https://example.com/derived'")
                .pin("events", "['complaint.closed']")
                .pin("secret", "'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'")
                .keep(this);
        put("giveModelReason", "manager", all -> "/api/redesign/versions/" + UNKNOWN + "/reason")
                .or(404)
                .keep(this);
        put("restoreModelVersion", "manager", all -> "/api/redesign/versions/" + UNKNOWN + "/restore")
                .or(404)
                .keep(this);
        // What others deploy meanwhile stays: this goes back to now.
        put("restoreModels", "manager", all -> "/api/redesign/restore")
                .always("at", "'" + world.clock().instant() + "'")
                .pin("seen", "null")
                .keep(this);
        put("migrateCases", "manager", all -> "/api/redesign/migrations")
                .pin("process", "'complaintResolution'")
                .pin("to", mainDiagram())
                .pin("from", mainDiagram())
                .pin("dryRun", "true")
                .keep(this);
        put("writeMessage", null, all -> all.pageOf() + "/messages").keep(this);
        put("takeBack", null, all -> all.pageOf() + "/withdrawal").keep(this);
        // That the follow-up is asked takes a story of its own.
        put("answerFollowUp", null, all -> all.pageOf() + "/feedback").or(409).keep(this);
    }

    /** A line of the table in the making. */
    private record Line(String operation, Fixture fixture) {

        Line always(String field, String json) {
            return new Line(operation, fixture.always(field, json));
        }

        Line pin(String field, String json) {
            return new Line(operation, fixture.pin(field, json));
        }

        Line or(int status) {
            return new Line(operation, fixture.or(status));
        }

        void keep(Fixtures all) {
            all.fixtures.put(operation, fixture);
        }
    }

    private static Line put(String operation, String role, Function<Fixtures, String> path) {
        return new Line(operation, new Fixture(role, path, Map.of(), Map.of(), Set.of()));
    }

    Set<String> operations() {
        return fixtures.keySet();
    }

    Fixture of(String operation) {
        return fixtures.get(operation);
    }

    Client client(Fixture fixture) {
        return fixture.role() == null
                ? Client.anonymous(world.baseUrl())
                : Client.program(world.baseUrl(), fixture.role());
    }

    /** The id of the version of the main diagram that is live. */
    private String mainDiagram() {
        return as("manager")
                .get("/api/redesign/versions?file=complaint-resolution.bpmn")
                .json()
                .at("/items/0/id")
                .asText();
    }

    private Client as(String login) {
        return Client.program(world.baseUrl(), login);
    }

    private Registered filed() {
        var answer = as("system").post("/api/complaints", """
                        {"description":"It came late.","customer":{"email":"derived-%s@customers.example","locale":"de-DE"}}""".formatted(UUID.randomUUID()));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return answer.as(Registered.class);
    }

    /** A new case of {@code system}. */
    String caseNumber() {
        return filed().caseNumber();
    }

    private String caseOf() {
        return "/api/complaints/" + caseNumber();
    }

    private String pageOf() {
        return filed().trackingUrl().replaceFirst("https?://[^/]+", "");
    }

    private String caseWithDuty() {
        var ofCase = caseOf();
        as("system").post(ofCase + "/legal-events", "{\"event\":\"data_requested\"}");
        return ofCase + "/legal-clocks/met";
    }

    private String safetyRecord() {
        var caseNumber = caseNumber();
        as("handler").put("/api/complaints/" + caseNumber + "/danger", "{\"hurt\":true}");
        for (SafetyRecord row :
                as("lead").get("/api/safety-register").as(SafetyRegister.class).items()) {
            if (caseNumber.equals(row.caseNumber())) {
                return "/api/safety-register/" + row.id();
            }
        }
        throw new IllegalStateException("The register has no row of " + caseNumber);
    }

    /** Ends what would reach into other stories. */
    void end() {
        as("manager").delete("/api/deputies/manager2");
        as("manager").delete("/api/webhooks/derived");
    }
}
