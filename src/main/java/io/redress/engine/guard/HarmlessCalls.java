package io.redress.engine.guard;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * The list of what an expression may read and call, by the type it reads it from; whatever is not listed is refused.
 */
public final class HarmlessCalls {

    private static final List<Class<?>> VALUES = List.of(
            String.class,
            Boolean.class,
            Character.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            Double.class,
            Float.class,
            BigDecimal.class,
            BigInteger.class,
            TemporalAccessor.class,
            TemporalAmount.class);

    private static final Set<String> OF_ANY_OBJECT = Set.of(
            "getClass",
            "class",
            "getDeclaringClass",
            "declaringClass",
            "wait",
            "notify",
            "notifyAll",
            "clone",
            "finalize");

    private static final Set<String> OF_COLLECTIONS = Set.of(
            "get",
            "getOrDefault",
            "contains",
            "containsKey",
            "containsValue",
            "containsAll",
            "size",
            "isEmpty",
            "empty",
            "indexOf",
            "lastIndexOf",
            "keySet",
            "values",
            "entrySet",
            "toString",
            "equals",
            "hashCode");

    private static final Set<String> OF_ENTRIES = Set.of("getKey", "getValue", "key", "value");

    private static final Set<String> OF_DATES =
            Set.of("getTime", "time", "before", "after", "compareTo", "equals", "toInstant", "toString");

    private static final Set<String> OF_JSON = Set.of(
            "prop",
            "hasProp",
            "elements",
            "value",
            "stringValue",
            "numberValue",
            "boolValue",
            "isArray",
            "isObject",
            "isValue",
            "isNull",
            "isString",
            "isNumber",
            "isBoolean",
            "fieldNames",
            "toString");

    private static final Set<String> OF_SCOPES = Set.of(
            "getVariable",
            "getVariableLocal",
            "hasVariable",
            "hasVariableLocal",
            "setVariable",
            "setVariableLocal",
            "getId",
            "id",
            "getProcessInstanceId",
            "processInstanceId",
            "getProcessDefinitionId",
            "processDefinitionId",
            "getEventName",
            "eventName",
            "getTenantId",
            "tenantId");

    private static final Set<String> OF_EXECUTIONS = Set.of(
            "getBusinessKey",
            "businessKey",
            "getProcessBusinessKey",
            "processBusinessKey",
            "getParentId",
            "parentId",
            "getActivityInstanceId",
            "activityInstanceId",
            "getCurrentActivityId",
            "currentActivityId",
            "getCurrentActivityName",
            "currentActivityName",
            "getCurrentTransitionId",
            "currentTransitionId",
            "isCanceled",
            "canceled");

    private static final Set<String> OF_TASKS = Set.of(
            "getName",
            "name",
            "getDescription",
            "description",
            "getAssignee",
            "assignee",
            "getOwner",
            "owner",
            "getPriority",
            "priority",
            "getCreateTime",
            "createTime",
            "getDueDate",
            "dueDate",
            "getFollowUpDate",
            "followUpDate",
            "getTaskDefinitionKey",
            "taskDefinitionKey",
            "getExecutionId",
            "executionId",
            "getExecution",
            "execution");

    private HarmlessCalls() {}

    /** Whether an expression may read or call this on {@code execution} or {@code task}; false for any other name. */
    public static boolean permits(String scope, String member) {
        boolean known = scope.equals("execution") && OF_EXECUTIONS.contains(member)
                || scope.equals("task") && OF_TASKS.contains(member);
        return known || (scope.equals("execution") || scope.equals("task")) && OF_SCOPES.contains(member);
    }

    /** Whether an expression may read the property from the object, as in {@code ${object.property}}. */
    static boolean permitsProperty(Object base, String property) {
        return permits(base, property);
    }

    /** Whether an expression may call the method on the object, as in {@code ${object.method()}}. */
    static boolean permitsCall(Object base, String method) {
        return base != null && permits(base, method);
    }

    /** Whether an object would let an expression get from values to code. */
    static boolean opensTheMachine(Object result) {
        return result instanceof AnnotatedElement || result instanceof ClassLoader || result instanceof Module;
    }

    private static boolean permits(Object base, String member) {
        if (OF_ANY_OBJECT.contains(member)) {
            return false;
        }
        if (base instanceof DelegateExecution) {
            return OF_SCOPES.contains(member) || OF_EXECUTIONS.contains(member);
        }
        if (base instanceof DelegateTask) {
            return OF_SCOPES.contains(member) || OF_TASKS.contains(member);
        }
        if (base instanceof Collection || base instanceof Map) {
            return OF_COLLECTIONS.contains(member);
        }
        if (base instanceof Map.Entry) {
            return OF_ENTRIES.contains(member);
        }
        if (base instanceof Date) {
            return OF_DATES.contains(member);
        }
        if (base instanceof SpinJsonNode) {
            return OF_JSON.contains(member);
        }
        return VALUES.stream().anyMatch(type -> type.isInstance(base)) || isOurs(base);
    }

    private static boolean isOurs(Object base) {
        var type = ClassUtils.getUserClass(base);
        return AnnotatedElementUtils.hasAnnotation(type, ModelBean.class)
                || type.getName().startsWith("io.redress.") && (type.isRecord() || base instanceof Enum);
    }
}
