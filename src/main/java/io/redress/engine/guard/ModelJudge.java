package io.redress.engine.guard;

import java.util.List;
import java.util.Map;

/** The rules for models that somebody wants to deploy. It answers in sentences for the person who drew them. */
public interface ModelJudge {

    /** What is wrong with one element of a diagram, without the element's id; it holds whatever is let in. */
    List<String> problems(ModelElement element);

    /**
     * What keeps a deployment out; empty where it may come in.
     *
     * @param files their contents by name
     */
    List<Fault> judge(Map<String, byte[]> files);

    /**
     * What is wrong with a file.
     *
     * @param file its name
     * @param element the id of the element that it is about, {@code null} where it is about the whole file
     * @param line from 1, or 0 where it is not known
     * @param column from 1, or 0 where it is not known
     */
    record Fault(String file, String element, int line, int column, String sentence) {}
}
