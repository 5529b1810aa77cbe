package io.redress.engine.guard;

import io.redress.engine.guard.ModelJudge.Fault;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;
import org.camunda.bpm.engine.repository.Resource;
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
            judgeAll(deployment);
            deployment.getResources().values().forEach(this::judge);
        }
    }

    /** The rules for models as a whole; one refused file refuses all, so that nothing is live by halves. */
    private void judgeAll(DeploymentEntity deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().values().forEach(file -> files.put(file.getName(), file.getBytes()));
        Map<String, List<Problem>> problems = judge.judge(files).stream()
                .collect(Collectors.groupingBy(
                        Fault::file, TreeMap::new, Collectors.mapping(ResourceGuard::problem, Collectors.toList())));
        if (!problems.isEmpty()) {
            var reports = problems.entrySet().stream()
                    .<ResourceReport>map(file -> new ResourceReportImpl(file.getKey(), file.getValue(), List.of()))
                    .toList();
            var message = new StringBuilder("The deployment was refused:");
            problems.forEach((file, found) -> found.forEach(problem -> message.append("\n* ")
                    .append(problem.getMessage())
                    .append(" | resource ")
                    .append(file)));
            throw refusal(message.toString(), reports);
        }
    }

    private static ParseException refusal(String message, List<ResourceReport> reports) {
        ResourceReport first = reports.get(0);
        var refusal = new ParseException(message, first.getResourceName(), first.getErrors(), List.of());
        refusal.getResorceReports().addAll(reports.subList(1, reports.size()));
        return refusal;
    }

    private static Problem problem(Fault fault) {
        String sentence = fault.element() == null ? fault.sentence() : fault.element() + ": " + fault.sentence();
        return new FoundProblem(sentence, fault.line(), fault.column(), fault.element());
    }

    private void judge(ResourceEntity resource) {
        var name = resource.getName().toLowerCase(Locale.ROOT);
        if (REFUSED_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            refuse(
                    resource,
                    List.of(problem(resource.getName(), "files of this kind are not allowed in a deployment")));
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            var problems = new ArrayList<Problem>();
            var root = root(resource);
            collect(root, "the decision", problems);
            if (!problems.isEmpty()) {
                refuse(resource, problems);
            }
        }
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

    private static void collect(DomElement element, String nearestId, List<Problem> problems) {
        if (element == null) {
            return;
        }
        var id = element.getAttribute("id") == null ? nearestId : element.getAttribute("id");
        var language = element.getAttribute("expressionLanguage");
        if (language != null && !isKnown(language)) {
            problems.add(problem(id, "the expression language '%s' is not allowed, use FEEL".formatted(language)));
        }
        if (element.getLocalName().equals("decision") && !hasTimeToLive(element)) {
            problems.add(problem(id, "the history time to live is missing, for instance P365D"));
        }
        element.getChildElements().forEach(child -> collect(child, id, problems));
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

    private static Problem problem(String id, String sentence) {
        return new ProblemImpl("%s: %s".formatted(id, sentence), null, id);
    }

    private static void refuse(Resource resource, List<Problem> problems) {
        var message = new StringBuilder("The deployment was refused:");
        problems.forEach(problem -> message.append("\n* ")
                .append(problem.getMessage())
                .append(" | resource ")
                .append(resource.getName()));
        throw new ParseException(message.toString(), resource.getName(), problems, List.of());
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
