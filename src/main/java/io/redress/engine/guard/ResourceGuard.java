package io.redress.engine.guard;

import io.redress.engine.guard.ModelJudge.Fault;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * The check of the files in a new deployment: first by the rules for models, as a whole; then by what holds whoever
 * deploys them: decision tables are written in FEEL or in guarded expressions only, and files that carry code, and case
 * models, are refused.
 */
public class ResourceGuard implements Deployer {

    private static final Set<String> REFUSED_ENDINGS =
            Set.of("cmmn", "html", "htm", "js", "groovy", "py", "rb", "jar", "class", "ftl");

    private final ModelJudge judge;

    public ResourceGuard(ModelJudge judge) {
        this.judge = judge;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            if (deployment.getTenantId() != null) {
                throw new BadUserRequestException("Deploy without a tenant: Redress serves one company");
            }
            Collection<ResourceEntity> files = deployment.getResources().values();
            refuse(judge.judge(
                    files.stream().collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes))));
            refuse(files.stream().flatMap(ResourceGuard::fence).toList());
        }
    }

    /** What holds whoever deploys. */
    private static Stream<Fault> fence(ResourceEntity file) {
        var faults = new ArrayList<Fault>();
        var name = file.getName().toLowerCase(Locale.ROOT);
        if (REFUSED_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            faults.add(fault(file, file.getName(), "files of this kind are not allowed in a deployment"));
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            collect(root(file), "the decision", file, faults);
        }
        return faults.stream();
    }

    /** The table's root element, null where it cannot be read: the engine then says itself what is wrong. */
    private static DomElement root(ResourceEntity resource) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()))
                    .getDocument()
                    .getRootElement();
        } catch (ModelException unreadable) {
            return null;
        }
    }

    private static void collect(DomElement element, String nearestId, ResourceEntity file, List<Fault> faults) {
        if (element == null) {
            return;
        }
        var id = element.getAttribute("id") == null ? nearestId : element.getAttribute("id");
        var language = element.getAttribute("expressionLanguage");
        if (language != null && !isKnown(language)) {
            faults.add(fault(file, id, "the expression language '%s' is not allowed, use FEEL".formatted(language)));
        }
        if (element.getLocalName().equals("decision") && !hasTimeToLive(element)) {
            faults.add(fault(file, id, "the history time to live is missing, for instance P365D"));
        }
        element.getChildElements().forEach(child -> collect(child, id, file, faults));
    }

    private static boolean isKnown(String language) {
        var lower = language.strip().toLowerCase(Locale.ROOT);
        return lower.isEmpty()
                || lower.equals("feel")
                || lower.equals("juel")
                || lower.matches("https?://www\\.omg\\.org/spec/(dmn|feel)/[0-9a-z/]+");
    }

    private static boolean hasTimeToLive(DomElement decision) {
        var value = decision.getAttribute("http://camunda.org/schema/1.0/dmn", "historyTimeToLive");
        return value != null && !value.isBlank();
    }

    private static Fault fault(ResourceEntity file, String element, String sentence) {
        return new Fault(file.getName(), element, 0, 0, sentence);
    }

    /** One refused file refuses all, so that nothing is live by halves. */
    private static void refuse(List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        Map<String, List<Problem>> problems = faults.stream()
                .collect(Collectors.groupingBy(
                        Fault::file, TreeMap::new, Collectors.mapping(ResourceGuard::problem, Collectors.toList())));
        var reports = problems.entrySet().stream()
                .<ResourceReport>map(file -> new ResourceReportImpl(file.getKey(), file.getValue(), List.of()))
                .toList();
        var message = new StringBuilder("The deployment was refused:");
        problems.forEach((file, found) -> found.forEach(problem -> message.append("\n* ")
                .append(problem.getMessage())
                .append(" | resource ")
                .append(file)));
        ResourceReport first = reports.get(0);
        var refusal = new ParseException(message.toString(), first.getResourceName(), first.getErrors(), List.of());
        refusal.getResorceReports().addAll(reports.subList(1, reports.size()));
        throw refusal;
    }

    private static Problem problem(Fault fault) {
        String sentence = fault.element() == null ? fault.sentence() : fault.element() + ": " + fault.sentence();
        return new FoundProblem(sentence, fault.line(), fault.column(), fault.element());
    }

    /** A problem with its place, as the engine's own parser tells one. */
    private record FoundProblem(String message, int line, int column, String element) implements Problem {

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public int getLine() {
            return line;
        }

        @Override
        public int getColumn() {
            return column;
        }

        @Override
        public String getMainElementId() {
            return element;
        }

        @Override
        public List<String> getElementIds() {
            return element == null ? List.of() : List.of(element);
        }
    }
}
