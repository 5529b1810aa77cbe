package io.redress.redesign.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.engine.table.FeelReader;
import io.redress.engine.table.FeelText;
import io.redress.redesign.lint.Finding;
import io.redress.redesign.lint.ModelRule;
import io.redress.redesign.model.Models;
import io.redress.redesign.model.Parsed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rule for what Tasklist shows: it can show all of it, and nothing of it reaches for another place. */
@org.springframework.stereotype.Component
class ShownFormRule implements ModelRule {

    private static final int MOST_COMPONENTS = 500;

    /** A property in which a person writes what others read, and which may fetch something. */
    private static final Set<String> ADDRESSES = Set.of("source", "url", "href", "imageSource");

    private static final Pattern FOREIGN = Pattern.compile(
            "(?is)(?:\\b(?:src|srcset|href|action|poster|data)\\s*=\\s*[\"']?\\s*|url\\(\\s*[\"']?|]\\(\\s*)(?:[a-z][a-z0-9+.-]*:)?//[^\\s\"')>]+");

    private static final Pattern ABSOLUTE = Pattern.compile("(?is)\\s*\"?(?:[a-z][a-z0-9+.-]*:)?//.*");

    private static final Pattern SCRIPT = Pattern.compile(
            "(?is)<\\s*(?:script|iframe|object|embed|form|base|meta|link)\\b|\\bjavascript\\s*:|<[^>]*\\son[a-z]+\\s*=");

    /** Plain words, and of what a case has only what no customer writes. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?s)(?!=)(?:[^{]|\\{(?!\\{)|\\{\\{\\s*(?:\\w+\\.)*(?:caseNumber|status|priority|severity|round|amount|currency|dueAt)\\s*}})*+");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    @Override
    public Stream<Finding> check(Models models) {
        return models.forms().stream()
                .flatMap(form -> new Check(form, offeredBefore(models, form)).findings().stream());
    }

    /** The fields in which the version before offers something to choose. */
    private static Set<String> offeredBefore(Models models, Parsed<JsonNode> form) {
        return form.keys().stream()
                .flatMap(id -> models.replacedForm(id).stream())
                .flatMap(before -> Component.of(before).stream())
                .filter(component ->
                        component.choices().filter(words -> !words.isEmpty()).isPresent())
                .map(Component::path)
                .collect(Collectors.toSet());
    }

    /** The check of one form. */
    private static final class Check {

        private final Parsed<JsonNode> form;
        private final Set<String> offeredBefore;
        private final List<Finding> findings = new ArrayList<>();

        Check(Parsed<JsonNode> form, Set<String> offeredBefore) {
            this.form = form;
            this.offeredBefore = offeredBefore;
        }

        List<Finding> findings() {
            if (!form.content().path("components").isArray()) {
                findings.add(Finding.error("form-shape", form, null));
                return findings;
            }
            List<Component> components = Component.of(form.content());
            if (components.size() > MOST_COMPONENTS) {
                findings.add(Finding.error("form-large", form, null, components.size(), MOST_COMPONENTS));
                return findings;
            }
            Set<String> ids = new HashSet<>();
            Set<String> paths = new HashSet<>();
            for (Component component : components) {
                part(component, ids, paths);
                texts(component);
            }
            return findings;
        }

        private void add(Component component, String rule, Object... details) {
            findings.add(Finding.error(rule, form, component.id(), details));
        }

        private void part(Component component, Set<String> ids, Set<String> paths) {
            if (!Component.KNOWN.contains(component.type())) {
                add(component, "form-part-unknown", component.name(), component.type());
            }
            if (component.type().equals("dynamiclist")) {
                add(component, "form-part-broken", component.name());
            }
            if (component.id() == null || component.id().isBlank()) {
                findings.add(Finding.warning("form-part-id", form, null, component.name()));
            } else if (!ids.add(component.id())) {
                add(component, "form-part-id-twice", component.id());
            }
            if (component.keepsValue() && component.path().isEmpty()) {
                add(component, "form-key-missing", component.name());
            } else if (component.keepsValue() && !paths.add(component.path())) {
                add(component, "form-key-twice", component.path());
            }
            component
                    .choices()
                    .filter(List::isEmpty)
                    .ifPresent(none -> findings.add(
                            offeredBefore.contains(component.path())
                                    ? Finding.error("form-choice-empty", form, component.id(), component.name())
                                    : Finding.warning("form-choice-empty", form, component.id(), component.name())));
        }

        private void texts(Component component) {
            String text = component.json().path("text").asText("");
            if (component.type().equals("text") && !HARMLESS.matcher(text).matches()) {
                add(component, "form-text", component.name());
            }
            component.json().properties().forEach(property -> {
                if (!property.getKey().equals("components")) {
                    values(component, property);
                }
            });
        }

        private void values(Component component, Map.Entry<String, JsonNode> property) {
            JsonNode value = property.getValue();
            if (value.isContainerNode()) {
                value.forEach(inner -> values(component, Map.entry(property.getKey(), inner)));
                if (value.isObject()) {
                    value.properties().forEach(inner -> values(component, inner));
                }
            } else if (value.isTextual()) {
                text(component, property.getKey(), value.asText());
            }
        }

        private void text(Component component, String property, String text) {
            Matcher foreign = FOREIGN.matcher(text);
            if (foreign.find()) {
                add(component, "form-foreign", component.name(), shortened(foreign.group()));
            } else if (ADDRESSES.contains(property)
                    && ABSOLUTE.matcher(text.replaceFirst("^=", "")).matches()) {
                add(component, "form-foreign", component.name(), shortened(text));
            }
            if (SCRIPT.matcher(text).find()) {
                add(component, "form-script", component.name());
            }
            if (text.startsWith("=")) {
                feel(component, text.substring(1));
            } else if (text.contains("{{")) {
                template(component, text);
            }
        }

        private void feel(Component component, String text) {
            FeelText read = FeelReader.expression(text.strip());
            read.costly()
                    .or(read::problem)
                    .ifPresent(why -> add(component, "form-feel", component.name(), shortened(text), why));
        }

        /** Each part that opens is closed, and what is in braces can be read. */
        private void template(Component component, String text) {
            Deque<String> open = new ArrayDeque<>();
            Matcher part = PLACEHOLDER.matcher(text);
            while (part.find()) {
                String said = part.group(1).strip();
                if (said.startsWith("/")) {
                    if (open.isEmpty() || !open.pop().equals(said.substring(1).strip())) {
                        add(component, "form-template", component.name(), shortened(part.group()));
                        return;
                    }
                } else if (said.startsWith("#")) {
                    String[] block = said.substring(1).split("\\s+", 2);
                    open.push(block[0]);
                    feel(component, block.length > 1 ? block[1] : "");
                } else {
                    feel(component, said);
                }
            }
            String rest = part.replaceAll("");
            if (!open.isEmpty() || rest.contains("{{")) {
                add(component, "form-template", component.name(), open.isEmpty() ? "{{" : "{{#" + open.peek() + "}}");
            }
        }

        private static String shortened(String text) {
            return text.length() > 120 ? text.substring(0, 120) + "…" : text;
        }
    }
}
