package io.redress.remedy.goodwill;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The shop's goodwill codes: imported by managers, each given once. */
@Component
public class GoodwillCodes {

    /** What ends sooner than this is no gift. */
    private static final Duration TIME_TO_USE = Duration.ofDays(14);

    private static final String FREE = """
             from redress.goodwill_code c left join redress.remedy r on r.id = c.given_to
             where (c.given_to is null or r.status = 'SUPERSEDED')
               and (c.expires_at is null or c.expires_at > :usable)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    GoodwillCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a code is good for. */
    public enum Kind {
        /** An amount off an order. */
        VOUCHER,
        /** An order's delivery. */
        FREE_DELIVERY
    }

    /**
     * A code as it is imported.
     *
     * @param value what a voucher is worth, {@code null} for a free delivery
     * @param expiresAt {@code null} where it does not end
     */
    public record NewCode(Kind kind, String code, Money value, Instant expiresAt) {}

    /**
     * Codes of one kind and value.
     *
     * @param currency {@code null} for free deliveries, like {@code amount}
     * @param amount in major units
     * @param free how many can still be given; those that end within two weeks are not
     * @param given how many were given, or are kept for somebody
     */
    public record Stock(Kind kind, String currency, BigDecimal amount, long free, long given, long expired) {}

    /** A code that is kept for the caller until its transaction ends. */
    record Code(long id, String code, Money value, Instant expiresAt) {}

    /** Which of these codes the pool has already. */
    public List<String> known(List<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : jdbc.sql("select code from redress.goodwill_code where code in (:codes) order by code")
                        .param("codes", codes)
                        .query(String.class)
                        .list();
    }

    /** Takes codes into the pool. @return how many were not there before */
    @Transactional
    public int add(List<NewCode> codes, String importedBy) {
        return codes.stream().mapToInt(code -> add(code, importedBy)).sum();
    }

    private int add(NewCode code, String importedBy) {
        return jdbc.sql("""
                        insert into redress.goodwill_code
                          (kind, code, currency, amount, expires_at, imported_by, imported_at)
                        values (:kind, :code, :currency, :amount, :expiresAt, :by, :now)
                        on conflict (code) do nothing""")
                .param("kind", code.kind().name())
                .param("code", code.code())
                .param(
                        "currency",
                        code.value() == null
                                ? null
                                : code.value().getCurrencyUnit().getCode())
                .param("amount", code.value() == null ? null : code.value().getAmount())
                .param("expiresAt", code.expiresAt() == null ? null : Timestamp.from(code.expiresAt()))
                .param("by", importedBy)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** How many codes there are, without the codes themselves: whoever knows one can spend it. */
    public List<Stock> stock() {
        return jdbc.sql("""
                        select c.kind, c.currency, c.amount,
                          count(*) filter (where not taken and not ended) as free,
                          count(*) filter (where taken) as given,
                          count(*) filter (where not taken and ended) as expired
                         from (select c.*, c.given_to is not null and r.status <> 'SUPERSEDED' as taken,
                                 coalesce(c.expires_at <= :usable, false) as ended
                                from redress.goodwill_code c left join redress.remedy r on r.id = c.given_to) c
                         group by c.kind, c.currency, c.amount order by c.kind, c.currency, c.amount""")
                .param("usable", usable())
                .query((row, index) -> new Stock(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("currency"),
                        row.getBigDecimal("amount"),
                        row.getLong("free"),
                        row.getLong("given"),
                        row.getLong("expired")))
                .list();
    }

    /** The smallest voucher that is worth at least this much. Two callers at once never get the same one. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Code> voucher(Money atLeast) {
        return jdbc.sql("select c.*" + FREE + """
                         and c.kind = 'VOUCHER' and c.currency = :currency and c.amount >= :amount
                         order by c.amount, c.expires_at nulls last, c.id limit 1 for update of c skip locked""")
                .param("usable", usable())
                .param("currency", atLeast.getCurrencyUnit().getCode())
                .param("amount", atLeast.getAmount())
                .query(GoodwillCodes::code)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Code> freeDelivery() {
        return jdbc.sql("select c.*" + FREE + """
                         and c.kind = 'FREE_DELIVERY'
                         order by c.expires_at nulls last, c.id limit 1 for update of c skip locked""")
                .param("usable", usable())
                .query(GoodwillCodes::code)
                .optional();
    }

    /** Gives a code that is kept for the caller to a remedy. @return how many of its kind and currency are left */
    @Transactional(propagation = Propagation.MANDATORY)
    long give(Code code, UUID remedy) {
        jdbc.sql("update redress.goodwill_code set given_to = :remedy, given_at = :now where id = :id")
                .param("remedy", remedy)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", code.id())
                .update();
        return jdbc.sql("select count(*)" + FREE + """
                         and (c.kind, coalesce(c.currency, '')) in
                           (select kind, coalesce(currency, '') from redress.goodwill_code where id = :id)""")
                .param("usable", usable())
                .param("id", code.id())
                .query(Long.class)
                .single();
    }

    private Timestamp usable() {
        return Timestamp.from(clock.instant().plus(TIME_TO_USE));
    }

    private static Code code(ResultSet row, int index) throws SQLException {
        Timestamp expires = row.getTimestamp("expires_at");
        String currency = row.getString("currency");
        return new Code(
                row.getLong("id"),
                row.getString("code"),
                currency == null ? null : Money.of(CurrencyUnit.of(currency), row.getBigDecimal("amount")),
                expires == null ? null : expires.toInstant());
    }
}
