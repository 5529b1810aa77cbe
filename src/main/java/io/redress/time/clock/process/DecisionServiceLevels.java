package io.redress.time.clock.process;

import io.redress.complaint.file.Complaint;
import io.redress.core.staff.Workplaces;
import io.redress.core.text.EnumWords;
import io.redress.engine.table.VersionedTable;
import io.redress.engine.table.VersionedTables;
import io.redress.time.clock.Allowance;
import io.redress.time.clock.ClockKind;
import io.redress.time.clock.CustomerHours;
import io.redress.time.clock.ServiceLevels;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/** The service levels from {@code processes/service-level.dmn}: how much time we give ourselves. */
@Component
class DecisionServiceLevels implements ServiceLevels {

    private final VersionedTable<Map<ClockKind, Allowance>> table;
    private final CustomerHours customerHours;
    private final Workplaces workplaces;

    DecisionServiceLevels(VersionedTables tables, CustomerHours customerHours, Workplaces workplaces) {
        this.customerHours = customerHours;
        this.workplaces = workplaces;
        table = tables.of("serviceLevel", DecisionServiceLevels::levels);
    }

    @Override
    public Map<ClockKind, Allowance> of(Complaint complaint) {
        Map<ClockKind, Allowance> levels = table.decide(complaint.number(), facts(complaint));
        return customerHours.whileAwake(complaint, inHoursOf(complaint.servingTeam(), levels));
    }

    private static Map<String, Object> facts(Complaint complaint) {
        return Map.of(
                "channel",
                EnumWords.word(complaint.channel()),
                "severity",
                complaint.severity() == null ? "" : EnumWords.word(complaint.severity()),
                "priority",
                complaint.priority(),
                "tier",
                complaint.customerTier() == null ? "" : complaint.customerTier(),
                "danger",
                EnumWords.word(complaint.danger()),
                "team",
                complaint.servingTeam());
    }

    /** A row may leave the hours to the case's team. */
    private Map<ClockKind, Allowance> inHoursOf(String team, Map<ClockKind, Allowance> levels) {
        String own = workplaces.calendarNameOf(team);
        Map<ClockKind, Allowance> inHours = new EnumMap<>(levels);
        inHours.replaceAll((kind, level) -> level.calendar().equals(ServiceLevels.TEAM)
                ? new Allowance(level.budget(), own, level.ladder())
                : level);
        return inHours;
    }

    /** Of each clock, the first row that matches. */
    private static Map<ClockKind, Allowance> levels(List<DmnDecisionRuleResult> rows) {
        Map<ClockKind, Allowance> levels = new EnumMap<>(ClockKind.class);
        for (DmnDecisionRuleResult row : rows) {
            String clock = row.getEntry("clock");
            ClockKind kind = EnumWords.constant(ClockKind.class, clock)
                    .orElseThrow(() -> new IllegalStateException("service-level.dmn: unknown clock " + clock));
            levels.computeIfAbsent(
                    kind,
                    first -> new Allowance(
                            Duration.parse(row.getEntry("budget")), row.getEntry("calendar"), row.getEntry("ladder")));
        }
        return Map.copyOf(levels);
    }
}
