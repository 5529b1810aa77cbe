package io.redress.verification.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.complaint.file.Claim;
import io.redress.complaint.file.Complaint;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.TransactionMemory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The evidence of each round, stored as it was when it was gathered. */
@Component
public class EvidenceStore {

    private final JdbcClient jdbc;
    private final TransactionMemory memory;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new MoneyModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    EvidenceStore(JdbcClient jdbc, TransactionMemory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
    }

    public void save(Complaint complaint, Evidence evidence, Instant now) {
        jdbc.sql("""
                        insert into redress.evidence (case_number, round, facts, gathered_at)
                        values (:caseNumber, :round, :facts, :now)
                        on conflict (case_number, round)
                        do update set facts = excluded.facts, gathered_at = excluded.gathered_at""")
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .param("facts", write(evidence))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The evidence of the case's present round, or else of the one before. */
    public Optional<Evidence> latest(CaseNumber caseNumber) {
        return memory.of(Set.of("evidence"), caseNumber, () -> readLatest(caseNumber));
    }

    private Optional<Evidence> readLatest(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select facts from redress.evidence where case_number = :caseNumber
                        order by round desc limit 1""")
                .param("caseNumber", caseNumber.value())
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** Keeps what evidence would say if the complaint were about something else than is known; nothing else is kept. */
    public void suppose(Complaint complaint, Map<Claim, Evidence> supposed) {
        jdbc.sql("delete from redress.supposed_evidence where case_number = :caseNumber and round = :round")
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .update();
        supposed.forEach((claim, evidence) -> jdbc.sql(
                        "insert into redress.supposed_evidence values (:caseNumber, :round, :claim, :facts)")
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .param("claim", claim.name())
                .param("facts", write(evidence))
                .update());
    }

    public Map<Claim, Evidence> supposed(Complaint complaint) {
        Map<Claim, Evidence> supposed = new EnumMap<>(Claim.class);
        jdbc.sql("""
                        select claim, facts from redress.supposed_evidence
                         where case_number = :caseNumber and round = :round""")
                .param("caseNumber", complaint.number().value())
                .param("round", complaint.round())
                .query(row -> {
                    supposed.put(Claim.valueOf(row.getString("claim")), read(row.getString("facts")));
                });
        return supposed;
    }

    /** The affected lines of a case in a round; nothing else of its evidence. */
    public record AffectedInRound(CaseNumber caseNumber, int round, List<Evidence.Affected> affected) {

        /** The price of all of them; empty where no order is known, or no line. */
        public Optional<Money> price() {
            return affected.stream().map(Evidence.Affected::price).reduce(Money::plus);
        }
    }

    /** What is affected in each round of these cases, for those who look at many; rounds come in their order. */
    public List<AffectedInRound> affected(Collection<CaseNumber> cases) {
        return jdbc.sql("""
                        select case_number, round, facts from redress.evidence
                         where case_number = any(:cases) order by case_number, round""")
                .param("cases", cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, number) -> new AffectedInRound(
                        new CaseNumber(row.getString("case_number")),
                        row.getInt("round"),
                        read(row.getString("facts"), OnlyAffected.class).affected()))
                .list();
    }

    private record OnlyAffected(List<Evidence.Affected> affected) {

        private OnlyAffected {
            affected = affected == null ? List.of() : affected;
        }
    }

    private String write(Evidence evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Evidence read(String facts) {
        return read(facts, Evidence.class);
    }

    private <T> T read(String facts, Class<T> what) {
        try {
            return json.readValue(facts, what);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Stored evidence cannot be read", unreadable);
        }
    }
}
