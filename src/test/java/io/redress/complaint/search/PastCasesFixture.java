package io.redress.complaint.search;

import io.redress.complaint.customer.ContactProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Past cases for tests, on any database with our tables. */
public final class PastCasesFixture {

    private PastCasesFixture() {}

    public static PastCases of(JdbcClient jdbc) {
        return new PastCases(new ContactKeys(new ContactProperties("DE")), jdbc);
    }
}
