package io.redress.remedy.decision;

import io.redress.engine.table.TableRules;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The rules that {@code remedy.dmn} has to meet, so that every customer is told in their language why we decide as we
 * do.
 */
@Component
class RemedyTableRules implements TableRules {

    private static final String REASON = "reason";

    private final ReasonTexts words;

    RemedyTableRules(ReasonTexts words) {
        this.words = words;
    }

    @Override
    public String decision() {
        return "remedy";
    }

    @Override
    public List<String> problems(List<Row> rows) {
        return rows.stream().map(this::reason).flatMap(Optional::stream).toList();
    }

    private Optional<String> reason(Row row) {
        String written = row.text(REASON);
        return written == null || written.isBlank()
                ? Optional.of(row.says(
                        "the reason must be one text within quotation marks, not %s",
                        row.outputs().getOrDefault(REASON, "missing")))
                : words.missing(new TableReason(written)).map(why -> row.says("%s", why));
    }
}
