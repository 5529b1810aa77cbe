package io.redress.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.answer.engine.EngineTask;
import io.redress.people.guard.EngineOperations;
import io.redress.people.guard.EngineOperations.Operation;
import io.redress.people.security.Client;
import io.redress.people.security.Client.Answer;
import io.redress.people.security.Door;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody who asked for something tries at the task in which another person has to approve it: every operation of the
 * engine, filled with what belongs to that task, and what a person would think up for the more interesting ones.
 */
class ApprovalAttacks {

    /** They concern the whole installation, not a case, and would be felt by the next test. */
    private static final Set<String> OF_THE_INSTALLATION =
            Set.of("cleanupAsync", "deleteTaskMetrics", "configureTelemetry", "createTask", "createDeployment");

    /** Here a definition's id or key means all of its cases. */
    private static final List<String> OF_ALL_CASES =
            List.of("/process-definition", "/job-definition", "/job", "/process-instance/suspended", "/deployment");

    /** What must never get through, in the gate of every build. */
    private static final Set<String> MOST_DANGEROUS = Set.of(
            "claim",
            "unclaim",
            "complete",
            "submit",
            "resolve",
            "delegateTask",
            "setAssignee",
            "addIdentityLink",
            "deleteIdentityLink",
            "updateTask",
            "deleteTask",
            "handleBpmnError",
            "handleEscalation",
            "modifyTaskVariables",
            "putTaskVariable",
            "modifyTaskLocalVariables",
            "putTaskLocalVariable",
            "setBinaryTaskVariable",
            "setBinaryTaskLocalVariable",
            "modifyProcessInstanceVariables",
            "setProcessInstanceVariable",
            "setVariablesAsyncOperation",
            "modifyLocalExecutionVariables",
            "putLocalExecutionVariable",
            "modifyProcessInstance",
            "modifyProcessInstanceAsyncOperation",
            "executeModification",
            "executeModificationAsync",
            "executeMigrationPlan",
            "executeMigrationPlanAsync",
            "updateSuspensionStateById",
            "updateSuspensionState",
            "deleteProcessInstance",
            "deleteProcessInstancesAsyncOperation",
            "deliverMessage",
            "correlateMessageAsyncOperation",
            "throwSignal",
            "signalExecution",
            "triggerEvent",
            "executeJob");

    private final String base;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final Map<String, Map<String, Integer>> table = new TreeMap<>();

    ApprovalAttacks(
            String base, TaskService tasks, ManagementService management, HistoryService history, JdbcClient jdbc) {
        this.base = base;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.jdbc = jdbc;
    }

    static List<Operation> all() {
        return EngineOperations.changes().stream()
                .filter(operation -> !OF_THE_INSTALLATION.contains(operation.id()))
                .toList();
    }

    /** Those of the most dangerous that belong to the task itself. */
    static List<Operation> ofTheTask() {
        return mostDangerous().stream()
                .filter(operation -> operation
                        .path()
                        .matches("/task/\\{id}/(claim|complete|submit-form|resolve|delegate|variables|bpmnError)"))
                .toList();
    }

    static List<Operation> mostDangerous() {
        List<Operation> found = all().stream()
                .filter(operation -> MOST_DANGEROUS.contains(operation.id()))
                .toList();
        assertThat(found).as("the engine still has them all").hasSize(MOST_DANGEROUS.size());
        return found;
    }

    /** Outcomes by operation, then by who tried at which door. */
    Map<String, Map<String, Integer>> table() {
        return table;
    }

    /**
     * Tries the operations, and looks after each of them at what an approver would find.
     *
     * @param caseNumber of the approval
     * @param how the requester came to be one, for the table
     * @param approver who opens the form
     * @param doors by which it is tried
     */
    void run(
            String caseNumber,
            EngineTask task,
            String requester,
            String how,
            String approver,
            List<Operation> tried,
            List<Door> doors) {
        String id = task.id();
        int decidedBefore = decided(caseNumber);
        for (Door door : doors) {
            Client client = door.as(base, requester);
            Client other = door.as(base, approver);
            for (Operation operation : tried) {
                for (Map<String, Object> more : attacks(operation, requester)) {
                    Answer answer = send(client, door, operation, values(task, caseNumber, requester, more));
                    note(operation, how + " " + door, answer);
                    assertUntouched(
                            id,
                            caseNumber,
                            decidedBefore,
                            operation + " " + more + " → " + answer.status() + " " + answer.body());
                }
            }
            Answer form = other.get(door.prefix() + "/task/" + id + "/form-variables?deserializeValues=false");
            assertThat(form.status()).as(form.body()).isEqualTo(200);
            assertThat(form.json().fieldNames())
                    .toIterable()
                    .noneMatch(name -> name.startsWith("approval") && !name.startsWith("approvalNeeded")
                            || name.startsWith("correct"));
        }
        settleBatches();
        assertUntouched(id, caseNumber, decidedBefore, "after the batches");
    }

    private void assertUntouched(String taskId, String caseNumber, int decidedBefore, String what) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        assertThat(task).as(what).isNotNull();
        assertThat(task.isSuspended()).as(what).isFalse();
        assertThat(task.getDelegationState()).as(what).isNull();
        assertThat(tasks.getVariables(taskId).keySet())
                .as(what)
                .noneMatch(name -> Set.of("approval", "approvalReason").contains(name) || name.startsWith("correct"));
        assertThat(decided(caseNumber)).as(what).isEqualTo(decidedBefore);
    }

    /** How many of the case's remedies are more than proposed. */
    private int decided(String caseNumber) {
        return jdbc.sql("select count(*) from redress.remedy where case_number = ? and status <> 'PROPOSED'")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    /** Waits until each batch that was let in has been tried, and takes it away. */
    private void settleBatches() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> management.createBatchQuery().list().stream().allMatch(this::wasTried));
        // Its monitor may be at work on it at this moment.
        await().atMost(Duration.ofSeconds(60))
                .ignoreException(OptimisticLockingException.class)
                .until(() -> {
                    management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
                    return true;
                });
    }

    private boolean wasTried(Batch batch) {
        return history.createHistoricJobLogQuery()
                        .jobDefinitionId(batch.getBatchJobDefinitionId())
                        .failureLog()
                        .count()
                > 0;
    }

    private void note(Operation operation, String by, Answer answer) {
        table.computeIfAbsent(operation.toString(), key -> new LinkedHashMap<>())
                .merge(by + ": " + outcome(answer), 1, Integer::sum);
    }

    private static String outcome(Answer answer) {
        if (answer.status() < 400) {
            return "harmless";
        }
        boolean ours = answer.header("Content-Type").startsWith("application/problem+json")
                && answer.json().path("type").asText().equals("about:blank");
        return (ours ? "refused by us " : "refused by the engine ") + answer.status();
    }

    private Answer send(Client client, Door door, Operation operation, Map<String, Object> values) {
        Map<String, String> words = new HashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                words.put(name, value.toString());
            }
        });
        String path = door.prefix() + operation.address(words);
        if (operation.media().startsWith("multipart")) {
            return client.upload(
                    path, Map.of("valueType", "Bytes", "attachment-name", "x"), "data", "a.txt", "approve");
        }
        String body = operation.media().isEmpty() ? "" : operation.body(values).toString();
        return switch (operation.method()) {
            case "POST" -> client.post(path, body);
            case "PUT" -> client.put(path, body);
            case "DELETE" -> client.delete(path);
            default -> throw new IllegalStateException(operation.toString());
        };
    }

    private Map<String, Object> values(EngineTask task, String caseNumber, String requester, Map<String, Object> more) {
        String instance = task.processInstanceId();
        String definition = task.processDefinitionId();
        String step = task.taskDefinitionKey();
        Map<String, Object> answer = Map.of(
                "approval", Map.of("value", "approve", "type", "String"),
                "correctedEmail", Map.of("value", "mine@example.org", "type", "String"));
        Map<String, Object> values = new HashMap<>();
        values.put("task.id", task.id());
        values.put("taskId", task.id());
        values.put("process-instance.id", instance);
        values.put("execution.id", task.executionId());
        values.put("executionId", task.executionId());
        values.put("job.id", job(instance));
        values.put("varName", "approval");
        values.put("messageName", "redress.withdrawn");
        values.put("processInstanceId", instance);
        values.put("processInstanceIds", List.of(instance));
        values.put("processDefinitionId", definition);
        values.put("businessKey", caseNumber);
        values.put("variables", answer);
        values.put("modifications", answer);
        values.put("processVariables", answer);
        values.put("value", "approve");
        values.put("userId", requester);
        values.put("type", "String");
        values.put("suspended", true);
        values.put("skipCustomListeners", true);
        values.put("skipIoMappings", true);
        values.put("errorCode", "remedyFailed");
        values.put("escalationCode", "remedyFailed");
        values.put("deleteReason", "Not needed");
        values.put("message", "Already approved");
        values.put("retries", 1);
        values.put(
                "instructions",
                List.of(
                        Map.of("type", "cancel", "activityId", step),
                        Map.of("type", "startBeforeActivity", "activityId", "gateway_remedyCleared")));
        values.put(
                "migrationPlan",
                Map.of(
                        "sourceProcessDefinitionId",
                        definition,
                        "targetProcessDefinitionId",
                        definition,
                        "instructions",
                        List.of(Map.of(
                                "sourceActivityIds", List.of(step),
                                "targetActivityIds", List.of("userTask_arrangeByHand")))));
        values.putAll(more);
        return values;
    }

    private String job(String instance) {
        return management.createJobQuery().processInstanceId(instance).list().stream()
                .findFirst()
                .map(Job::getId)
                .orElse("none");
    }

    /** What a person would think up, beside what the schema asks for. */
    private static List<Map<String, Object>> attacks(Operation operation, String requester) {
        Map<String, Object> answer = Map.of("approval", Map.of("value", "approve"));
        Map<String, Object> refusal =
                Map.of("approval", Map.of("value", "refuse"), "approvalReason", Map.of("value", "I changed my mind"));
        if (OF_ALL_CASES.stream().anyMatch(operation.path()::startsWith)) {
            return List.of(Map.of("processDefinitionId", "unknown"));
        }
        return switch (operation.id()) {
            case "complete", "submit", "resolve" ->
                List.of(
                        Map.of(),
                        Map.of("variables", answer),
                        Map.of("variables", refusal),
                        Map.of("variables", Map.of()));
            case "claim", "delegateTask" ->
                Stream.of(requester, "handler2")
                        .<Map<String, Object>>map(whom -> Map.of("userId", whom))
                        .toList();
            case "setAssignee" ->
                Stream.of(requester, "handler2")
                        .<Map<String, Object>>map(whom -> Map.of("userId", whom))
                        .toList();
            case "addIdentityLink", "deleteIdentityLink" ->
                List.of(
                        Map.of("type", "candidate"),
                        Map.of("type", "assignee"),
                        Map.of("type", "owner"),
                        Map.of("type", "candidate", "groupId", "managers"));
            case "updateTask" ->
                List.of(
                        Map.of("name", "Approved already", "description", "Only click"),
                        Map.of("delegationState", "PENDING", "assignee", requester),
                        Map.of("delegationState", "RESOLVED", "owner", requester),
                        Map.of("assignee", requester));
            case "modifyTaskVariables",
                    "modifyTaskLocalVariables",
                    "modifyProcessInstanceVariables",
                    "modifyLocalExecutionVariables" ->
                List.of(
                        Map.of(),
                        Map.of("modifications", refusal),
                        Map.of("modifications", Map.of("caseNumber", Map.of("value", "another"))),
                        Map.of("modifications", Map.of("approverGroup", Map.of("value", "handlers"))),
                        Map.of("modifications", Map.of(), "deletions", List.of("caseFile", "approverGroup")));
            case "putTaskVariable", "setProcessInstanceVariable", "putTaskLocalVariable", "putLocalExecutionVariable" ->
                Stream.of("approval", "approvalReason", "correctedEmail", "approverGroup", "caseNumber")
                        .<Map<String, Object>>map(name -> Map.of("varName", name))
                        .toList();
            case "deliverMessage", "triggerEvent", "correlateMessageAsyncOperation" ->
                Stream.of("redress.withdrawn", "redress.customerWrote", "redress.released")
                        .<Map<String, Object>>map(name -> Map.of("messageName", name))
                        .toList();
            case "throwSignal" -> List.of(Map.of("name", "redress.released"), Map.of("name", "approval"));
            default -> List.of(Map.of());
        };
    }
}
