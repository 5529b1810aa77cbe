package io.redress.engine.task;

import io.redress.core.text.EnumWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A form and the fields that somebody reads of it.
 *
 * @param id the id of the form
 * @param read in the order of the form
 * @param noOthers whether an answer with any other field is refused as a whole
 */
public record ReadForm(String id, List<Field> read, boolean noOthers) {

    /**
     * A field.
     *
     * @param needed whether, without it, the task could not be completed, or not in each of its ways
     * @param words the answers that are understood; empty where any is
     * @param all whether each of them must be possible
     */
    public record Field(String name, boolean needed, Set<String> words, boolean all) {}

    /** A form of which nothing is read yet. */
    public static ReadForm of(String id) {
        return new ReadForm(id, List.of(), false);
    }

    /** Reads a choice between these words, without which the task stays open. */
    public ReadForm choice(String name, Collection<String> words) {
        return and(new Field(name, true, new LinkedHashSet<>(words), false));
    }

    /** The same between the words of an enum. */
    public ReadForm choice(String name, Class<? extends Enum<?>> words) {
        return choice(name, EnumWords.words(words));
    }

    /** Reads a choice of which no answer may be left out. */
    public ReadForm decision(String name, Collection<String> words) {
        return and(new Field(name, true, new LinkedHashSet<>(words), true));
    }

    /** Reads a field that is needed, at least in some case. */
    public ReadForm needs(String... names) {
        ReadForm form = this;
        for (String name : names) {
            form = form.and(new Field(name, true, Set.of(), false));
        }
        return form;
    }

    /** Reads fields that nobody has to fill in, and that a form need not have. */
    public ReadForm takes(String... names) {
        ReadForm form = this;
        for (String name : names) {
            form = form.and(new Field(name, false, Set.of(), false));
        }
        return form;
    }

    /** The same of a choice between the words of an enum. */
    public ReadForm takes(String name, Class<? extends Enum<?>> words) {
        return and(new Field(name, false, new LinkedHashSet<>(EnumWords.words(words)), false));
    }

    /** The same of a form that may have no other fields. */
    public ReadForm andNoOthers() {
        return new ReadForm(id, read, true);
    }

    private ReadForm and(Field field) {
        if (read.stream().anyMatch(known -> known.name().equals(field.name()))) {
            return this;
        }
        List<Field> more = new ArrayList<>(read);
        more.add(field);
        return new ReadForm(id, List.copyOf(more), noOthers);
    }

    /** The names of the fields, to take them from what was submitted. */
    public List<String> fields() {
        return read.stream().map(Field::name).toList();
    }
}
