package io.redress.remedy.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.database.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The remedies as they are stored, each read together with what it is for: one statement, however many they are. */
@Component
public class RemedyRepository {

    private static final Set<String> TABLES = Set.of("remedy", "remedy_item", "remedy_fee");

    private static final String REMEDIES = """
            select r.*,
                   (select json_agg(json_build_object('line', i.line, 'sku', i.sku, 'quantity', i.quantity,
                                                      'amount', i.amount))
                      from redress.remedy_item i where i.remedy_id = r.id) as items,
                   (select json_agg(json_build_object('kind', f.kind, 'name', f.name, 'amount', f.amount))
                      from redress.remedy_fee f where f.remedy_id = r.id) as fees
              from redress.remedy r""";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final TransactionMemory memory;

    RemedyRepository(JdbcClient jdbc, TransactionMemory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
    }

    public Optional<Remedy> findById(UUID id) {
        return jdbc.sql(REMEDIES + " where r.id = :id")
                .param("id", id)
                .query(RemedyRepository::remedy)
                .optional();
    }

    /** Every remedy that payment provider or warehouse know by this reference. */
    public List<Remedy> findByProviderReference(String providerReference) {
        return jdbc.sql(REMEDIES + " where r.provider_reference = :reference")
                .param("reference", providerReference)
                .query(RemedyRepository::remedy)
                .list();
    }

    /** Every remedy of the case, oldest first. */
    public List<Remedy> of(CaseNumber caseNumber) {
        return memory.of(
                TABLES,
                caseNumber,
                () -> List.copyOf(jdbc.sql(REMEDIES + " where r.case_number = :case order by r.created_at")
                        .param("case", caseNumber.value())
                        .query(RemedyRepository::remedy)
                        .list()));
    }

    private static Remedy remedy(ResultSet row, int index) throws SQLException {
        return new Remedy(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getInt("round"),
                RemedyKind.valueOf(row.getString("kind")),
                RemedyStatus.valueOf(row.getString("status")),
                row.getString("currency"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("goods_value"),
                row.getString("payment_provider"),
                row.getString("payment_reference"),
                row.getString("charge"),
                row.getString("customer_reference"),
                row.getString("surplus_subscription"),
                row.getString("order_number"),
                row.getString("provider_reference"),
                row.getString("tracking_code"),
                row.getString("requested_by"),
                row.getString("approved_by"),
                row.getString("failure"),
                row.getString("handled_by"),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                list(row.getString("items"), new TypeReference<Set<Remedy.Item>>() {}),
                list(row.getString("fees"), new TypeReference<Set<Remedy.FeeShare>>() {}),
                row.getBoolean("not_owed"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static <T> Set<T> list(String json, TypeReference<Set<T>> type) {
        try {
            return json == null ? Set.of() : Set.copyOf(JSON.readValue(json, type));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
