package io.redress.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/** Redress, one node; its cases are about fresh copies of the lost parcel R-1001. */
final class RedressSide extends Side {

    static final String ORDER = "R-1001";

    private final RedressNode node;

    RedressSide(Surroundings surroundings) {
        super("redress", surroundings);
        this.node = new RedressNode("bench", surroundings.redressPort(), name(), surroundings);
    }

    @Override
    List<String> program() {
        return node.program();
    }

    @Override
    URI ready() {
        return node.ready();
    }

    @Override
    List<HttpRequest> filings(int cases) {
        return surroundings().copies(ORDER, cases).stream().map(node::filing).toList();
    }

    @Override
    long arrived() {
        return arrived(watcher());
    }

    static long arrived(Watcher watcher) {
        return watcher.number("select count(*) from redress.complaint where status = 'WAITING_FOR_FOLLOW_UP'");
    }

    @Override
    boolean isAtRest() {
        return isAtRest(watcher());
    }

    static boolean isAtRest(Watcher watcher) {
        return !isJobDue(watcher) && !watcher.holds("""
                select exists (select from redress.outbox_entry where done_at is null)
                    or exists (select from redress.message where status in ('DUE', 'SENDING'))
                    or exists (select from redress.staff_mail where status = 'DUE')""");
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
                  (select id_ from act_ru_jobdef where act_id_ in ('event_followUpDue', 'event_noAnswer'))""", now(), now());
        return watcher().number("select count(*) from redress.complaint where closed_at is null");
    }
}
