package io.redress.engine.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * An expression in a model, taken apart by the engine's own expression language, for those who judge it before it is
 * ever evaluated: which names it uses, and what it answers where these have certain values.
 */
public final class ModelExpression {

    private final String text;
    private final Tree tree;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Member> members = new ArrayList<>();
    private final List<FunctionCall> functions = new ArrayList<>();
    private final List<String> literals = new ArrayList<>();

    /**
     * A property read, or a method called, on what a name stands for.
     *
     * @param root the name, {@code null} where it is read from something else, such as another call's answer
     * @param name of the property or the method; empty where it is worked out, as in {@code a[b]}
     * @param arguments how many arguments the method gets, {@code null} for a property
     */
    public record Member(String root, String name, Integer arguments) {}

    /** A function that is called, such as {@code now()}. */
    public record FunctionCall(String name, int arguments) {}

    private ModelExpression(String text, Tree tree) {
        this.text = text;
        this.tree = tree;
        visit(tree.getRoot());
    }

    /**
     * Reads an expression, or a text without one.
     *
     * @throws IllegalArgumentException where it cannot be read; the message says why
     */
    public static ModelExpression of(String text) {
        try {
            return new ModelExpression(text, new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text));
        } catch (ELException unreadable) {
            throw new IllegalArgumentException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    /** Whether there is anything to evaluate; false for a mere text. */
    public boolean isText() {
        return tree.getRoot().isLiteralText();
    }

    /** The names that it begins with: variables and beans. */
    public Set<String> names() {
        return names;
    }

    /** What it reads from, and calls on, those names. */
    public List<Member> members() {
        return members;
    }

    /** The functions that it calls. */
    public List<FunctionCall> functions() {
        return functions;
    }

    /** The texts and numbers in it, as it writes them. */
    public List<String> literals() {
        return literals;
    }

    /** Everything that {@link #holds} needs a value for: its variables, and each call as a whole. */
    public Set<String> unknowns() {
        Set<String> unknowns = new LinkedHashSet<>();
        collectUnknowns(tree.getRoot(), unknowns);
        return unknowns;
    }

    /**
     * What it answers as a condition.
     *
     * @param values of {@link #unknowns}
     * @return empty where it answers neither yes nor no with these values
     */
    public Optional<Boolean> holds(Map<String, Object> values) {
        try {
            var context = new SimpleContext(new Values(values));
            Object answer = tree.getRoot().getValue(tree.bind(null, null), context, Object.class);
            return answer instanceof Boolean yes ? Optional.of(yes) : Optional.empty();
        } catch (ELException undecided) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }

    private void visit(Node node) {
        if (node instanceof IdentifierNode name) {
            names.add(name.getName());
        } else if (node instanceof FunctionNode function) {
            functions.add(new FunctionCall(function.getName(), function.getParamCount()));
        } else if (node instanceof AstMethod method) {
            var property = (AstProperty) method.getChild(0);
            members.add(new Member(
                    root(property), name(property), method.getChild(1).getCardinality()));
            visit(property.getChild(0));
            visit(method.getChild(1));
            return;
        } else if (node instanceof AstProperty property) {
            members.add(new Member(root(property), name(property), null));
        } else if (node.getCardinality() == 0 && node instanceof AstNode literal) {
            literals.add(literal.toString().replaceAll("^\"|\"$", ""));
        }
        IntStream.range(0, node.getCardinality()).mapToObj(node::getChild).forEach(this::visit);
    }

    private static void collectUnknowns(Node node, Set<String> unknowns) {
        if (node instanceof IdentifierNode name) {
            unknowns.add(name.getName());
        } else if (node instanceof AstMethod || node instanceof AstProperty || node instanceof FunctionNode) {
            unknowns.add(structure((AstNode) node));
        } else {
            IntStream.range(0, node.getCardinality())
                    .mapToObj(node::getChild)
                    .forEach(child -> collectUnknowns(child, unknowns));
        }
    }

    private static String root(AstProperty property) {
        return property.getChild(0) instanceof IdentifierNode name ? name.getName() : null;
    }

    private static String name(AstProperty property) {
        if (!(property instanceof AstDot)) {
            return "";
        }
        String whole = structure(property);
        return whole.substring(structure(property.getChild(0)).length() + 1);
    }

    private static String structure(AstNode node) {
        var text = new StringBuilder();
        node.appendStructure(text, null);
        return text.toString();
    }

    /** The values of variables as given, and the answers of calls, whatever they are called with. */
    private static final class Values extends ReadOnlyResolver {

        private final Map<String, Object> values;

        Values(Map<String, Object> values) {
            this.values = values;
        }

        /** What stands before a call or a property whose answer is given as a whole. */
        private record Path(String text) {}

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            context.setPropertyResolved(true);
            String path = base instanceof Path before ? before.text() + "." + property : String.valueOf(property);
            return values.containsKey(path) ? values.get(path) : new Path(path);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            context.setPropertyResolved(true);
            String path = base instanceof Path before ? before.text() + "." + method : String.valueOf(method);
            return values.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(path + "("))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> new Path(path + "()"));
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new ELException("nothing is written");
        }
    }
}
