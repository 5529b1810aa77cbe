package io.redress.complaint.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.timeline.CaseNumber;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of cases that somebody asks for, page by page. */
@Component
public class CaseList {

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
            not case_number = any(:hidden)
             and (:allTeams or serving_team = any(:teams) or owner = :login or case_number = any(:personal))""";

    /** Whoever sees that there are more than this asks for fewer, and does not need to know how many to the last one. */
    private static final long MANY = 10_000;

    private static final Duration AS_GOOD_AS_NOW = Duration.ofMinutes(1);
    private static final int MOST_QUESTIONS = 1_000;

    private final Cache<Counted, Long> many = Caffeine.newBuilder()
            .maximumSize(MOST_QUESTIONS)
            .expireAfterWrite(AS_GOOD_AS_NOW)
            .build();
    private final Complaints complaints;
    private final ContactKeys contactKeys;
    private final JdbcClient jdbc;

    CaseList(Complaints complaints, ContactKeys contactKeys, JdbcClient jdbc) {
        this.complaints = complaints;
        this.contactKeys = contactKeys;
        this.jdbc = jdbc;
    }

    /**
     * Cases: those with people in danger first, then the newest. How many there are was counted up to a minute ago where
     * it is more than ten thousand.
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
            which.append(" and ").append(SEEN);
            asked.put("hidden", sight.hidden().toArray(String[]::new));
            asked.put("allTeams", sight.teams().isEmpty());
            asked.put("teams", sight.teams().orElse(Set.of()).toArray(String[]::new));
            asked.put("login", sight.login());
            asked.put("personal", sight.personal().toArray(String[]::new));
        }
        asked.values().removeIf(Objects::isNull);
        long total = count(which.toString(), asked);
        List<String> numbers = jdbc.sql("select case_number" + which
                        + " order by danger_rank desc, created_at desc, case_number desc limit :size offset :offset")
                .params(asked)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query(String.class)
                .list();
        List<Complaint> found = numbers.stream()
                .map(number -> complaints.get(new CaseNumber(number)))
                .toList();
        return new PageImpl<>(found, page, total);
    }

    private long count(String which, Map<String, Object> asked) {
        Counted counted = Counted.of(which, asked);
        Long known = many.getIfPresent(counted);
        if (known != null) {
            return known;
        }
        long total = jdbc.sql("select count(*)" + which)
                .params(asked)
                .query(Long.class)
                .single();
        if (total > MANY) {
            many.put(counted, total);
        }
        return total;
    }

    /** What was counted: the conditions and what they were asked with. */
    private record Counted(String which, Map<String, Object> asked) {

        static Counted of(String which, Map<String, Object> asked) {
            Map<String, Object> comparable = new HashMap<>(asked);
            comparable.replaceAll((name, value) -> value instanceof Object[] all ? List.of(all) : value);
            return new Counted(which, comparable);
        }
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
