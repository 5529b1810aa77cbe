package io.redress.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All case files. */
@Component
public class Complaints {

    /** What each part of {@link CaseFilter} asks of a row. */
    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("client", "client = :client"),
            Map.entry("team", "(team = :team or serving_team = :team)"),
            Map.entry("status", "status = :status"),
            Map.entry("channel", "channel = :channel"),
            Map.entry("claim", "claim = :claim"),
            Map.entry("order", "order_number = :order"),
            Map.entry("namedOrder", "order_number = :namedOrder and order_found_by is null"),
            Map.entry("mailbox", "customer_mailbox = :mailbox"),
            Map.entry("dialling", "customer_dialling = :dialling"),
            Map.entry("name", "lower(customer_name) = lower(:name)"),
            Map.entry(
                    "updatedSince",
                    "case_number in (select case_number from redress.timeline_entry where at >= :updatedSince)"));

    private static final String SEEN = """
             and not case_number = any(:hidden)
             and (:allTeams or serving_team = any(:teams) or owner = :login or case_number = any(:personal))""";

    private final ComplaintRepository repository;
    private final ContactKeys contactKeys;
    private final JdbcClient jdbc;
    private final Clock clock;

    Complaints(ComplaintRepository repository, ContactKeys contactKeys, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.contactKeys = contactKeys;
        this.jdbc = jdbc;
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
        return repository.save(Complaint.open(CaseNumber.of(year, sequence), filing, now));
    }

    /** @throws UnknownCase where there is no such case */
    public Complaint get(CaseNumber caseNumber) {
        return find(caseNumber).orElseThrow(() -> new UnknownCase(caseNumber.value()));
    }

    public Optional<Complaint> find(CaseNumber caseNumber) {
        return repository.findById(caseNumber.value());
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
        Complaint complaint = get(caseNumber);
        change.accept(complaint);
        return repository.save(complaint);
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

    /** Every case about an order, newest first. */
    public List<Complaint> aboutOrder(String orderNumber) {
        return repository.findByOrderNumberOrderByCreatedAtDesc(orderNumber);
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

    /** Every case of the customer with one of these contacts, however they are spelled there, newest first. */
    public List<Complaint> ofContact(String email, String phone) {
        return repository.findByContact(contactKeys.mailbox(email), contactKeys.dialling(phone));
    }

    /**
     * Cases: those with people in danger first, then the newest.
     *
     * @param sight only those that somebody may see, {@code null} for all
     * @param page counted from 0
     */
    public Page<Complaint> page(CaseFilter wanted, Sight sight, Pageable page) {
        Map<String, Object> asked = asked(wanted);
        StringBuilder which = new StringBuilder(" from redress.complaint where true");
        CONDITIONS.forEach((parameter, condition) -> {
            if (asked.get(parameter) != null) {
                which.append(" and ").append(condition);
            }
        });
        if (sight != null && !sight.isEverything()) {
            which.append(SEEN);
            asked.put("hidden", sight.hidden().toArray(String[]::new));
            asked.put("allTeams", sight.teams().isEmpty());
            asked.put("teams", sight.teams().orElse(Set.of()).toArray(String[]::new));
            asked.put("login", sight.login());
            asked.put("personal", sight.personal().toArray(String[]::new));
        }
        asked.values().removeIf(Objects::isNull);
        long total = jdbc.sql("select count(*)" + which)
                .params(asked)
                .query(Long.class)
                .single();
        List<String> numbers = jdbc.sql("select case_number" + which
                        + " order by danger_rank desc, created_at desc, case_number desc limit :size offset :offset")
                .params(asked)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query(String.class)
                .list();
        List<Complaint> found =
                numbers.stream().map(number -> get(new CaseNumber(number))).toList();
        return new PageImpl<>(found, page, total);
    }

    private Map<String, Object> asked(CaseFilter wanted) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("client", wanted.client());
        asked.put("team", wanted.team());
        asked.put("status", wanted.status() == null ? null : wanted.status().name());
        asked.put("channel", wanted.channel() == null ? null : wanted.channel().name());
        asked.put("claim", wanted.claim() == null ? null : wanted.claim().name());
        asked.put(wanted.anyOrder() ? "order" : "namedOrder", wanted.order());
        asked.put("updatedSince", wanted.updatedSince() == null ? null : Timestamp.from(wanted.updatedSince()));
        String mailbox = contactKeys.mailbox(wanted.customer());
        String dialling = mailbox == null ? contactKeys.dialling(wanted.customer()) : null;
        asked.put("mailbox", mailbox);
        asked.put("dialling", dialling);
        asked.put("name", mailbox == null && dialling == null ? wanted.customer() : null);
        return asked;
    }
}
