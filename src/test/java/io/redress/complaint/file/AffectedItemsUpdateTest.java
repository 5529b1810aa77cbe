package io.redress.complaint.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.engine.settings.OldDatabase;
import org.junit.jupiter.api.Test;

/** What a complaint of old is about is still known after the update, in the order in which it was said. */
class AffectedItemsUpdateTest {

    private final OldDatabase database = new OldDatabase("52");

    @Test
    void itemsMoveIntoTheCaseFile() {
        item(1, "SKU-2", 1, null);
        item(0, "SKU-1 \"blue\"", 3, 7);

        database.update();

        assertThat(database.jdbc()
                        .sql("select affected_items::text from redress.complaint")
                        .query(String.class)
                        .single())
                .isEqualTo("[{\"sku\": \"SKU-1 \\\"blue\\\"\", \"line\": 7, \"quantity\": 3},"
                        + " {\"sku\": \"SKU-2\", \"quantity\": 1}]");
    }

    @Test
    void fileThatNamesNoItemsHasNone() {
        database.update();

        assertThat(database.jdbc()
                        .sql("select affected_items::text from redress.complaint")
                        .query(String.class)
                        .single())
                .isEqualTo("[]");
    }

    private void item(int position, String sku, int quantity, Integer line) {
        database.jdbc()
                .sql("""
                        insert into redress.affected_item (case_number, position, sku, quantity, line)
                        values (:case, :position, :sku, :quantity, :line)""")
                .param("case", OldDatabase.CASE)
                .param("position", position)
                .param("sku", sku)
                .param("quantity", quantity)
                .param("line", line)
                .update();
    }
}
