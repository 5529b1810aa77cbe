package io.redress.bench;

import io.redress.sandbox.state.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;

/** The bare sample on stock Camunda, in {@code src/bench/stock}. */
final class StockSide extends Side {

    private final Sample sample = new Sample("stock");
    private final URI stub;
    private int filed;

    StockSide(Surroundings surroundings, URI stub) {
        super("stock", surroundings);
        this.stub = stub;
    }

    @Override
    List<String> program() {
        return sample.program(surroundings().databaseUrl(name(), "postgres"), stub);
    }

    @Override
    URI ready() {
        return sample.url().resolve("/engine-rest/process-definition/key/complaint");
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
    long jobs() {
        return watcher().number("select count(*) from act_hi_job_log where job_state_ = 2");
    }

    @Override
    long failures() {
        return watcher().number("select count(*) from act_hi_job_log where job_state_ = 1");
    }

    @Override
    long hurry() {
        watcher().change("""
                update act_ru_job set duedate_ = ? where duedate_ > ? and job_def_id_ in
                  (select id_ from act_ru_jobdef where act_id_ = 'event_followUpDue')""", now(), now());
        return watcher().number("select count(distinct proc_inst_id_) from act_ru_execution");
    }

    private HttpRequest filing() {
        String number = Sample.caseNumber(++filed);
        var variables = Json.object();
        Sample.variables(number).forEach((name, value) -> variables.set(name, Json.object("value", value)));
        return HttpRequest.newBuilder(sample.url().resolve("/engine-rest/process-definition/key/complaint/start"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.object("businessKey", number, "variables", variables)
                        .toString()))
                .build();
    }
}
