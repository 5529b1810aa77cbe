package io.redress.mending.standstill.process;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.file.Complaints;
import io.redress.core.staff.Groups;
import io.redress.engine.port.ComplaintVariables;
import io.redress.engine.port.DiagramLabels;
import io.redress.engine.port.SentMessages;
import io.redress.mending.standstill.Mending;
import io.redress.mending.standstill.Mendings;
import io.redress.mending.standstill.Standstill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The beginning and the end of a person's task about a standstill. Each has a transaction of its own: what goes wrong here
 * harms neither what stands still nor the next one.
 */
@Component
class MendingTasks implements SentMessages {

    private static final String PROCESS = "mendCase";
    private static final int VERSIONS = 5;
    private static final String CAUSE_GONE = "redress.causeGone";

    private final Mendings mendings;
    private final Standstills standstills;
    private final DiagramLabels labels;
    private final ProcessBranches branches;
    private final Complaints complaints;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    MendingTasks(
            Mendings mendings,
            Standstills standstills,
            DiagramLabels labels,
            ProcessBranches branches,
            Complaints complaints,
            RuntimeService runtime,
            RepositoryService repository) {
        this.mendings = mendings;
        this.standstills = standstills;
        this.labels = labels;
        this.branches = branches;
        this.complaints = complaints;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** The versions of the task's own diagram, the newest first. */
    public List<String> versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, VERSIONS)
                .stream()
                .map(ProcessDefinition::getId)
                .toList();
    }

    /**
     * Gives a person the task, unless somebody has it, or what was found has moved on since.
     *
     * @param version one of {@link #versions()}
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void open(Standstill found, String version) {
        if (found.jobId() != null || standstills.again(found.branch()).isPresent()) {
            mendings.open(found, step(found)).ifPresent(id -> begin(id, found, version));
        }
    }

    private String step(Standstill found) {
        if (found.definitionId() == null) {
            return "Complaint resolution";
        }
        return found.activityId() == null
                ? labels.process(found.definitionId())
                : branches.label(found.instanceId(), found.activityId());
    }

    private void begin(UUID id, Standstill found, String version) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(MendCase.MENDING_ID, id.toString());
        variables.put(MendCase.TEAM, team(found));
        if (found.caseNumber() != null) {
            variables.put(
                    ComplaintVariables.CASE_NUMBER.name(), found.caseNumber().value());
        }
        ProcessInstance begun = runtime.createProcessInstanceById(version)
                .businessKey(
                        found.caseNumber() == null ? null : found.caseNumber().value())
                .setVariables(variables)
                .execute();
        mendings.taskOpened(id, begun.getId());
    }

    /** Whoever handles the case; what is about no case is looked after by those who look after all. */
    private String team(Standstill found) {
        return found.caseNumber() == null
                ? Groups.LEADS + "," + Groups.MANAGERS
                : Optional.of(complaints.get(found.caseNumber()))
                        .map(Complaint::team)
                        .orElse(Groups.HANDLERS);
    }

    /** Takes the task away again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void causeGone(Mending mending) {
        if (mendings.causeGone(mending)) {
            runtime.createMessageCorrelation(CAUSE_GONE)
                    .processInstanceId(mending.taskProcess())
                    .correlateAll();
        }
    }

    @Override
    public Set<String> messages() {
        return Set.of(CAUSE_GONE);
    }
}
