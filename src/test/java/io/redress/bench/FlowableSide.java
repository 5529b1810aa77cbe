package io.redress.bench;

import io.redress.sandbox.state.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The bare sample on Flowable, in {@code src/bench/flowable}. It keeps timers and failed jobs in tables of their own. */
final class FlowableSide extends Side {

    private final Sample sample = new Sample("flowable");
    private final URI stub;
    private int filed;

    FlowableSide(Surroundings surroundings, URI stub) {
        super("flowable", surroundings);
        this.stub = stub;
    }

    @Override
    List<String> program() {
        return sample.program(surroundings().databaseUrl(name(), "postgres"), stub);
    }

    @Override
    URI ready() {
        return sample.url().resolve("/process-api/repository/process-definitions?key=complaint");
    }

    @Override
    List<HttpRequest> filings(int cases) {
        return IntStream.range(0, cases).mapToObj(n -> filing()).toList();
    }

    @Override
    long arrived() {
        return watcher().number("select count(*) from act_ru_execution where act_id_ = 'event_followUpDue'");
    }

    @Override
    boolean isAtRest() {
        return !watcher().holds("""
                select exists (select from act_ru_job)
                    or exists (select from act_ru_timer_job where duedate_ <= ?)""", now());
    }

    /** It keeps no log of them; whatever leaves the table has been executed. */
    @Override
    long jobs() {
        return watcher().number("select n_tup_del from pg_stat_user_tables where relname = 'act_ru_job'");
    }

    @Override
    long failures() {
        return watcher().number("""
                select (select count(*) from act_ru_deadletter_job)
                     + (select count(*) from act_ru_timer_job where exception_stack_id_ is not null)""");
    }

    @Override
    long hurry() {
        watcher()
                .change(
                        "update act_ru_timer_job set duedate_ = ? where duedate_ > ? and element_id_ = 'event_followUpDue'",
                        now(),
                        now());
        return watcher().number("select count(distinct proc_inst_id_) from act_ru_execution");
    }

    private HttpRequest filing() {
        String number = Sample.caseNumber(++filed);
        var variables = new ArrayList<Object>();
        Sample.variables(number).forEach((name, value) -> variables.add(Json.object("name", name, "value", value)));
        var body = Json.object(
                "processDefinitionKey", "complaint", "businessKey", number, "variables", Json.array(variables));
        return HttpRequest.newBuilder(sample.url().resolve("/process-api/runtime/process-instances"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }
}
