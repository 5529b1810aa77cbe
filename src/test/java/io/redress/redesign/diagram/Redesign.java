package io.redress.redesign.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.redesign.lint.OfflineLint;
import io.redress.redesign.model.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a manager does to shipped models, in the words of their text; whatever an edit looks for has to be there.
 */
final class Redesign {

    private final String story;
    private final List<String> expected;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Redesign(String story, List<String> expected) {
        this.story = story;
        this.expected = expected;
    }

    /** One that has to be let in. */
    static Redesign good(String story) {
        return new Redesign(story, List.of());
    }

    /** One that has to be kept out, by at least these rules. */
    static Redesign harmful(String story, String... rules) {
        return new Redesign(story, List.of(rules));
    }

    /** Replaces a text wherever it stands in a file. */
    Redesign replace(String file, String text, String by) {
        String before = text(file);
        assertThat(before).as("%s: %s", story, file).contains(text);
        texts.put(file, before.replace(text, by));
        return this;
    }

    /** Puts a text before the only place where another one stands. */
    Redesign before(String file, String text, String more) {
        return replace(file, text, more + text);
    }

    /** Removes an element with all that is in it. */
    Redesign drop(String file, String tag, String id) {
        String before = text(file);
        Matcher element = Pattern.compile(
                        "\\s*<bpmn:%1$s id=\"%2$s\"(?:[^>]*/>|.*?</bpmn:%1$s>)".formatted(tag, id), Pattern.DOTALL)
                .matcher(before);
        assertThat(element.find()).as("%s: %s %s", story, file, id).isTrue();
        texts.put(file, before.substring(0, element.start()) + before.substring(element.end()));
        return this;
    }

    /** Puts something at the end of an element. */
    Redesign into(String file, String tag, String id, String more) {
        String before = text(file);
        int start = before.indexOf("<bpmn:" + tag + " id=\"" + id + "\"");
        int end = before.indexOf("</bpmn:" + tag + ">", start);
        assertThat(start).as("%s: %s %s", story, file, id).isNotNegative();
        texts.put(file, before.substring(0, end) + more + before.substring(end));
        return this;
    }

    /** A file of the manager's own. */
    Redesign add(String file, String text) {
        texts.put(file, text);
        return this;
    }

    List<String> expected() {
        return expected;
    }

    Collection<ModelFile> draft() {
        List<ModelFile> draft = new ArrayList<>();
        texts.forEach((name, text) -> draft.add(new ModelFile(name, text.getBytes(StandardCharsets.UTF_8))));
        return draft;
    }

    private String text(String file) {
        return texts.computeIfAbsent(
                file, name -> OfflineLint.once().shipped(name).text());
    }

    @Override
    public String toString() {
        return story;
    }
}
