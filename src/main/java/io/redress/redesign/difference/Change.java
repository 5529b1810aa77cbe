package io.redress.redesign.difference;

import java.util.List;

/**
 * One thing that differs between two versions of a file.
 *
 * @param part what it is a part of the file
 * @param id of the element, the rule or the field; in the later version, unless it was removed
 * @param type such as {@code serviceTask}, {@code textfield}; empty for a row or a column
 * @param name as people read it; empty where it has none
 * @param row the number of a row as a reader counts from 1, in the later version unless it was removed; {@code null} for
 *     everything else
 * @param details what exactly differs; for what was added or removed, all that it says
 */
public record Change(Kind kind, Part part, String id, String type, String name, Integer row, List<Detail> details) {

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What can differ. */
    public enum Part {
        /** The file as a whole, or what it defines: a process, a form. */
        FILE,
        /** An element of a diagram. */
        ELEMENT,
        /** A decision, apart from its rows and columns. */
        DECISION,
        /** A column of a decision table. */
        COLUMN,
        /** A row of a decision table. */
        ROW,
        /** A field of a form, or what stands between the fields. */
        FIELD
    }

    /**
     * A detail.
     *
     * @param what an attribute, a cell's column, a field's property
     * @param from empty where it was missing
     * @param to empty where it is missing
     */
    public record Detail(String what, String from, String to) {}
}
