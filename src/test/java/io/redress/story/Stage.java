package io.redress.story;

import static org.awaitility.Awaitility.await;

import io.redress.answer.Answers;
import io.redress.answer.Registered;
import io.redress.answer.engine.EngineTask;
import io.redress.answer.sandbox.SandboxOrder;
import io.redress.answer.sandbox.SandboxRefund;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.easypost.ParcelFate;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case that goes the way of a scenario: time passes, people do their tasks, and things happen meanwhile. */
class Stage {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** At first as failed steps are tried, then as cases take their time. */
    private static final List<Duration> PACE = List.of(
            Duration.ofSeconds(7),
            Duration.ofSeconds(7),
            Duration.ofSeconds(7),
            Duration.ofSeconds(21),
            Duration.ofSeconds(21),
            Duration.ofMinutes(2),
            Duration.ofMinutes(20),
            Duration.ofHours(2));

    private static final Duration LATER = Duration.ofHours(13);

    private final SandboxDriver world;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final Scenario scenario;
    private final Set<String> done = new HashSet<>();
    private final Set<String> met = new TreeSet<>();
    private Filed filed;
    private int tick;
    private boolean heard;
    private boolean broken;
    private ComplaintDraft draft;

    Stage(SandboxDriver world, Desk desk, JdbcClient jdbc, Scenario scenario) {
        this.world = world;
        this.desk = desk;
        this.jdbc = jdbc;
        this.scenario = scenario;
    }

    /** Files the complaint. @return whether that was possible; where not, its sender has heard why */
    boolean file() {
        draft = scenario.draft(world);
        ResponseEntity<String> answer = desk.send(draft);
        if (answer.getStatusCode().is2xxSuccessful()) {
            filed = new Filed(Answers.read(answer, Registered.class));
        } else {
            hear(answer.getStatusCode().value(), String.valueOf(answer.getBody()));
        }
        return filed != null;
    }

    /** Goes on until something is so. */
    void until(String what, BooleanSupplier so) {
        await(what + " in " + scenario + " " + caseNumber())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    if (so.getAsBoolean()) {
                        return true;
                    }
                    goOn();
                    return false;
                });
    }

    private void goOn() {
        happen();
        act();
        if (!isAtWork()) {
            world.advance(pause(tick));
            passTime();
        }
    }

    /** Lets happen what happens meanwhile. */
    void happen() {
        scenario.meanwhile(this);
    }

    /** Lets everybody do the tasks that they have. */
    void act() {
        desk.tasksOf(caseNumber()).forEach(this::act);
    }

    /** Notes that time has passed. */
    void passTime() {
        tick++;
    }

    /** How long it is from one moment to the next. */
    static Duration pause(int tick) {
        return tick < PACE.size() ? PACE.get(tick) : LATER;
    }

    /**
     * Whether the engine has something to do for the case at this moment. Time stands still until that is done: a clock that
     * runs ahead takes a job from the thread that works on it, as its lock runs out, and on a slow machine no job would end.
     */
    boolean isAtWork() {
        return jdbc.sql("""
                        select exists (
                          select from act_ru_job j join act_hi_procinst p on p.proc_inst_id_ = j.process_instance_id_
                           where p.business_key_ = :case and j.retries_ > 0 and j.suspension_state_ = 1
                             and (j.duedate_ is null or j.duedate_ <= :now))""")
                .param("case", caseNumber())
                .param("now", Timestamp.from(desk.now()))
                .query(Boolean.class)
                .single();
    }

    private void act(EngineTask task) {
        String name = task.name();
        met.add(name);
        Map<String, String> answer = name.equals("Mend case") ? null : scenario.answer(name, this);
        if (answer != null) {
            // Who asked for advice does not give it.
            String anybody = name.equals("Advise handler") ? "lead" : "manager";
            String login = task.assignee() == null ? anybody : task.assignee();
            desk.claim(task, login);
            ResponseEntity<String> said = desk.submit(task, login, asOffered(task, answer));
            if (said.getStatusCode().is2xxSuccessful()) {
                done.add(name);
            } else {
                hear(said.getStatusCode().value(), said.getBody());
            }
        }
    }

    /** What of an answer a person can enter in the form of the task. */
    Map<String, String> asOffered(EngineTask task, Map<String, String> answer) {
        return answer;
    }

    private void hear(int status, String body) {
        heard |= status == 500 && body.contains("Nothing was stored");
        broken |= status >= 500;
    }

    /** Whether somebody was answered that the system is broken. */
    boolean isBroken() {
        return broken;
    }

    /** The names of all tasks that anybody has had. */
    Set<String> tasksMet() {
        return met;
    }

    Scenario scenario() {
        return scenario;
    }

    /** The order that was complained about; empty where none was named. */
    Optional<SandboxOrder> order() {
        return draft.body().get("order") instanceof Map<?, ?> named
                ? Optional.of(world.placed(String.valueOf(named.get("number"))))
                : Optional.empty();
    }

    /** Whether somebody who called the failing step was told that nothing was stored. */
    boolean isHeard() {
        return heard;
    }

    /** Whether nobody has completed a task of this name yet. */
    boolean first(String task) {
        return !done.contains(task);
    }

    /** Whether this is asked for the first time. */
    boolean once(String what) {
        return done.add("once " + what);
    }

    String caseNumber() {
        return filed == null ? "" : filed.caseNumber();
    }

    SandboxDriver world() {
        return world;
    }

    int tick() {
        return tick;
    }

    String status() {
        return desk.read(caseNumber()).status();
    }

    String paymentReference() {
        return world.refunds(caseNumber()).stream()
                .map(SandboxRefund::paymentReference)
                .findFirst()
                .orElse("");
    }

    /** What the shop's system tells of the customer; done once it is taken. */
    void post(String what, Map<String, Object> body) {
        ResponseEntity<String> answer = desk.client("system")
                .post()
                .uri("/api/complaints/" + caseNumber() + what)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
        hear(answer.getStatusCode().value(), String.valueOf(answer.getBody()));
        if (answer.getStatusCode().is2xxSuccessful()) {
            done.add(what.replaceAll("^/|s$", ""));
        }
    }

    boolean hasTask(String name) {
        return !desk.tasks(caseNumber(), name).isEmpty();
    }

    /** What somebody of the staff finds out about the customer. */
    void correctCustomer(Map<String, Object> body) {
        ResponseEntity<String> answer = desk.client("handler")
                .put()
                .uri("/api/complaints/" + caseNumber() + "/customer")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
        hear(answer.getStatusCode().value(), String.valueOf(answer.getBody()));
    }

    /** What the customer answers at follow-up, as often as it takes until it was asked. */
    void feedback(Map<String, Object> body) {
        ResponseEntity<String> answer = world.anybody()
                .mutate()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build()
                .post()
                .uri(filed.trackingUrl() + "/feedback")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
        hear(answer.getStatusCode().value(), String.valueOf(answer.getBody()));
    }

    /** Lets the parcel by which goods of the case come back fare so. */
    void turnLabel(ParcelFate fate) {
        world.returnLabels(caseNumber())
                .forEach(label -> world.providers().parcels().turn(label.trackingCode(), fate));
    }

    /** Lets the first replacement fare so. */
    void turnParcel(ParcelFate fate) {
        world.shipments(caseNumber()).stream()
                .limit(1)
                .forEach(parcel -> world.providers().parcels().turn(parcel.trackingCode(), fate));
    }
}
