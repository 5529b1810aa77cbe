package io.redress.complaint.file;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All case files. */
@Component
public class Complaints {

    private static final Set<String> TABLES = Set.of("complaint");

    private final ComplaintRepository repository;
    private final TransactionMemory memory;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Complaints(
            ComplaintRepository repository,
            TransactionMemory memory,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.memory = memory;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a case file under the next case number. */
    @Transactional
    public Complaint open(Filing filing) {
        Instant now = clock.instant();
        long sequence = jdbc.sql("select nextval('redress.case_number')")
                .query(Long.class)
                .single();
        int year = now.atZone(clock.getZone()).getYear();
        Complaint opened = save(Complaint.open(CaseNumber.of(year, sequence), filing, now));
        events.publishEvent(new ComplaintMoved(opened, null, false));
        return opened;
    }

    /**
     * The case file, to look at.
     *
     * @throws UnknownCase where there is no such case
     */
    public Complaint get(CaseNumber caseNumber) {
        return find(caseNumber).orElseThrow(() -> new UnknownCase(caseNumber.value()));
    }

    /** The case file, to look at; {@link #change} is the way to change it. */
    public Optional<Complaint> find(CaseNumber caseNumber) {
        return memory.of(TABLES, caseNumber, () -> repository.findById(caseNumber.value()));
    }

    /** The case file; others who change it wait until the caller's transaction ends, so that none of them fails for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Complaint hold(CaseNumber caseNumber) {
        jdbc.sql("select case_number from redress.complaint where case_number = :caseNumber for no key update")
                .param("caseNumber", caseNumber.value())
                .query(String.class)
                .optional();
        return get(caseNumber);
    }

    /** The heads of those of these cases that exist, in one look. */
    public Map<CaseNumber, CaseHead> heads(Collection<CaseNumber> cases) {
        return jdbc
                .sql("""
                        select case_number, round, priority, team, serving_team, owner, imported_from is not null as imported, created_at
                          from redress.complaint where case_number = any(:cases)""")
                .param("cases", cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(Complaints::head)
                .list()
                .stream()
                .collect(Collectors.toMap(CaseHead::number, Function.identity()));
    }

    private static CaseHead head(ResultSet row, int index) throws SQLException {
        return new CaseHead(
                new CaseNumber(row.getString("case_number")),
                row.getInt("round"),
                row.getInt("priority"),
                row.getString("team"),
                row.getString("serving_team"),
                row.getString("owner"),
                row.getBoolean("imported"),
                row.getTimestamp("created_at").toInstant());
    }

    /** Reads a case file, lets it change and stores it, in one transaction. */
    @Transactional
    public Complaint change(CaseNumber caseNumber, Consumer<Complaint> change) {
        // One of its own, which nobody else is looking at.
        Complaint complaint =
                repository.findById(caseNumber.value()).orElseThrow(() -> new UnknownCase(caseNumber.value()));
        Status before = complaint.status();
        int round = complaint.round();
        change.accept(complaint);
        Complaint changed = save(complaint);
        if (changed.status() != before) {
            events.publishEvent(new ComplaintMoved(changed, before, changed.round() > round));
        }
        return changed;
    }

    private Complaint save(Complaint complaint) {
        Complaint saved = repository.save(complaint);
        memory.keep(TABLES, saved.number(), Optional.of(saved));
        return saved;
    }

    /** The case that a client registered under its own id, if any. */
    public Optional<Complaint> findByExternalId(String client, Channel channel, String externalId) {
        return repository.findByClientAndChannelAndExternalId(client, channel, externalId);
    }

    /** The case that a client has under its own id, whatever channel it came in by. */
    public Optional<Complaint> findByExternalId(String client, String externalId) {
        return repository.findByClientAndChannelInAndExternalId(client, List.of(Channel.values()), externalId).stream()
                .findFirst();
    }

    /** Those of a client's own ids that have a case already; at most some thousand at a time. */
    public Set<String> knownExternalIds(String client, Collection<String> externalIds) {
        // Named one by one, so that the index on client, channel and id serves.
        List<String> channels =
                Arrays.stream(Channel.values()).map(Channel::name).toList();
        return externalIds.isEmpty() ? Set.of() : Set.copyOf(repository.findExternalIds(client, channels, externalIds));
    }

    /** Cases that their customers took back before this instant and that have not ended. */
    public List<CaseNumber> takenBackBefore(Instant instant) {
        return jdbc.sql("""
                        select case_number from redress.complaint
                         where withdrawal_requested_at < :instant and status not in ('CLOSED', 'WITHDRAWN')""").param("instant", Timestamp.from(instant)).query(String.class).list().stream()
                .map(CaseNumber::new)
                .toList();
    }

    /** Every case that this person answers for and that has not ended. */
    public List<Complaint> openOwnedBy(String owner) {
        return repository.findByOwnerAndStatusNotIn(owner, List.of(Status.CLOSED, Status.WITHDRAWN));
    }

    /**
     * Open cases of a team, oldest first.
     *
     * @param team the team that serves them
     */
    public List<CaseNumber> openServedBy(String team, int most) {
        return jdbc.sql("""
                        select case_number from redress.complaint
                         where serving_team = :team and status not in ('CLOSED', 'WITHDRAWN')
                         order by created_at limit :most""").param("team", team).param("most", most).query(String.class).list().stream()
                .map(CaseNumber::new)
                .toList();
    }
}
