package io.redress.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Fails a class of stories after which a case has done one step of its diagram more often than any story lets it: a timer
 * that is set to a moment that has passed fires for ever, and nobody but the processor notices.
 */
class NothingRunsInCircles implements AfterAllCallback {

    /** No story comes near it; what runs in a circle is beyond it within seconds. */
    private static final int MORE_THAN_ANY_STORY = 250;

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(found(SpringExtension.getApplicationContext(context).getBean(JdbcClient.class)))
                .as("steps that are done again and again")
                .isEmpty();
    }

    private static List<String> found(JdbcClient jdbc) {
        return jdbc.sql("""
                        select coalesce(process.business_key_, process.id_) || ' ' || step.act_id_ || ' ' || count(*)
                          from act_hi_actinst step join act_hi_procinst process using (proc_inst_id_)
                         group by process.id_, process.business_key_, step.act_id_ having count(*) > :most""")
                .param("most", MORE_THAN_ANY_STORY)
                .query(String.class)
                .list();
    }
}
