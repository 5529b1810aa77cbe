package io.redress.engine.task;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The task listeners that belong to a form or to every task, as each of them says itself. */
@Component
public class FormReaders {

    /** A listener with the event of a task that it hears. */
    record Heard(String event, String bean) {}

    private final ListableBeanFactory beans;
    private final Map<Class<? extends Annotation>, Map<String, ?>> marked = new ConcurrentHashMap<>();

    FormReaders(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * The listener that reads a form.
     *
     * @param form the form's id; {@code null} where a task has none
     * @param parameter what the step says by an input parameter of that name; {@code null} where it says nothing
     */
    public Optional<String> of(String form, UnaryOperator<String> parameter) {
        return marked(ReadsForm.class).entrySet().stream()
                .filter(reader -> reader.getValue().value().equals(form))
                .filter(reader -> isMeant(reader.getValue(), parameter))
                .min(Comparator.comparing(
                        reader -> reader.getValue().parameter().isEmpty()))
                .map(Map.Entry::getKey);
    }

    /**
     * The listener that reads a form on a step that names these.
     *
     * @return empty where one of these reads it
     */
    public Optional<String> beside(Collection<String> named, String form, UnaryOperator<String> parameter) {
        return named.stream().anyMatch(marked(ReadsForm.class)::containsKey) ? Optional.empty() : of(form, parameter);
    }

    private static boolean isMeant(ReadsForm reader, UnaryOperator<String> parameter) {
        return reader.parameter().isEmpty() || reader.word().equals(parameter.apply(reader.parameter()));
    }

    /**
     * What has to be added to the listeners that a diagram names for a task.
     *
     * @param named by the diagram
     * @return in the order in which they are to hear: what reads the form prepares the task before the case is shown
     */
    List<Heard> missing(String form, UnaryOperator<String> parameter, List<Heard> named) {
        List<Heard> missing = new ArrayList<>();
        reading(named).or(() -> of(form, parameter)).ifPresent(reader -> heard(reader)
                .forEach(missing::add));
        marked(HearsEveryTask.class).forEach((bean, mark) -> missing.add(new Heard(mark.value(), bean)));
        missing.removeAll(named);
        return missing;
    }

    /** The listener by which a diagram has the form read itself. */
    private Optional<String> reading(List<Heard> named) {
        Map<String, ReadsForm> readers = marked(ReadsForm.class);
        return named.stream()
                .filter(heard ->
                        readers.containsKey(heard.bean()) && heard.event().equals(TaskListener.EVENTNAME_COMPLETE))
                .map(Heard::bean)
                .findFirst();
    }

    private Stream<Heard> heard(String reader) {
        return Stream.of(marked(ReadsForm.class).get(reader).on()).map(event -> new Heard(event, reader));
    }

    /** Looked for once: which beans there are is known before the first diagram is read. */
    @SuppressWarnings("unchecked")
    private <A extends Annotation> Map<String, A> marked(Class<A> mark) {
        return (Map<String, A>) marked.computeIfAbsent(mark, this::find);
    }

    private Map<String, Annotation> find(Class<? extends Annotation> mark) {
        Map<String, Annotation> found = new TreeMap<>();
        for (String bean : beans.getBeanNamesForAnnotation(mark)) {
            found.put(bean, beans.findAnnotationOnBean(bean, mark));
        }
        return found;
    }
}
