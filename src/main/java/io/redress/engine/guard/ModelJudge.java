package io.redress.engine.guard;

import java.util.List;
import java.util.Optional;

/** The rules for models that somebody wants to deploy. It answers in sentences for the person who drew them. */
public interface ModelJudge {

    /** What is wrong with one element of a diagram, without the element's id. */
    List<String> problems(ModelElement element);

    /** What is wrong with a form; nothing where it cannot be read, which the engine says itself. */
    List<String> form(byte[] form);

    /** What is wrong with a file of XML, whatever it holds. */
    Optional<String> xml(byte[] file);
}
