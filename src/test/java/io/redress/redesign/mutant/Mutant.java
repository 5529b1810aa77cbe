package io.redress.redesign.mutant;

import io.redress.redesign.model.ModelFile;
import java.util.Collection;
import java.util.List;

/**
 * One slip in one file.
 *
 * @param what where, and what it makes of it
 * @param file the whole file with the slip in it
 */
public record Mutant(Operator operator, String what, ModelFile file) {

    /** A kind of slip, made wherever it can be made. */
    public enum Operator {
        /** A flow is deleted, as Modeler deletes it: with its ends. */
        FLOW_DROPPED,
        /** A step, bean, process, table, form, message or error is called by a name that nobody has. */
        NAME_SLIPPED,
        /** A method, a property or a variable in an expression is. */
        EXPRESSION_SLIPPED,
        /** A word in a condition is not one that the step can say. */
        WORD_SLIPPED,
        /** The group of a task is one that nobody has. */
        GROUP_SLIPPED,
        /** A timer waits for nothing. */
        TIMER_EMPTIED,
        /** A timer waits for three years. */
        TIMER_RETIMED(true),
        /** A save point is unticked on a step that reaches somebody outside. */
        SAVE_POINT_DROPPED,
        /** A default flow is no longer marked. */
        DEFAULT_DROPPED,
        /** An exclusive gateway becomes a parallel one. */
        GATEWAY_RETYPED,
        /** A step becomes a plain task, which does nothing. */
        STEP_RETYPED,
        /** A step is deleted and what came before it drawn to what comes after. */
        STEP_DROPPED(true),
        /** What runs beside the case breaks in on it. */
        MADE_INTERRUPTING,
        /** A boundary event is deleted with the flow that leaves it. */
        BOUNDARY_DROPPED,
        /** The case number is not passed on. */
        CASE_NUMBER_DROPPED,
        /** A listener of a step is deleted. */
        LISTENER_DROPPED(true),
        /** An input parameter of a step is deleted. */
        PARAMETER_DROPPED(true),
        /** A condition says the opposite. */
        CONDITION_NEGATED(true),
        /** A flow leads to another step of the diagram. */
        FLOW_REDIRECTED(true),
        /** Two flows that leave a gateway lead each where the other did. */
        FLOWS_SWAPPED(true),
        /** The process has another key; the one before stays in force beside it. */
        PROCESS_RENAMED(true),

        /** A row of a table is deleted. */
        ROW_DROPPED(true),
        /** Two rows change places. */
        ROWS_SWAPPED(true),
        /** A row stands twice. */
        ROW_DOUBLED(true),
        /** A condition is emptied: the row fits more. */
        CONDITION_BLANKED(true),
        /** A condition asks for a word that the fact cannot be. */
        CONDITION_SLIPPED,
        /** A condition asks for another word that the fact can be. */
        CONDITION_REPLACED(true),
        /** “Less” becomes “at most”, “from” becomes “more than”, and the other way round. */
        COMPARISON_TURNED(true),
        /** A number in a condition is greater by one. */
        NUMBER_SHIFTED(true),
        /** An answer is emptied. */
        ANSWER_BLANKED,
        /** An answer is a word that nobody knows. */
        ANSWER_SLIPPED,
        /** An answer is another word of its column. */
        ANSWER_REPLACED(true),
        /** An answer is ten times the number. */
        ANSWER_RAISED(true),
        /** Two answers of a row change places. */
        ANSWERS_SWAPPED,
        /** A column asks for a fact that nobody tells. */
        COLUMN_RENAMED,
        /** A column of answers is called by a name that nobody reads. */
        OUTPUT_RENAMED,
        /** The decision has another key; the one before stays in force beside it. */
        DECISION_RENAMED(true),
        /** The table has another hit policy. */
        POLICY_CHANGED(true),

        /** A part of a form is deleted. */
        PART_DROPPED(true),
        /** A field has another key. */
        FIELD_RENAMED(true),
        /** A part is of a type that Tasklist does not know. */
        TYPE_SLIPPED,
        /** A field is of another type that Tasklist knows. */
        FIELD_RETYPED(true),
        /** A choice has nothing to choose. */
        OPTIONS_DROPPED,
        /** A choice lacks one of its words. */
        OPTION_DROPPED(true),
        /** A choice has a word that nobody understands. */
        OPTION_SLIPPED(true),
        /** What a field has to be is no longer checked while it is typed. */
        VALIDATION_DROPPED(true),
        /** A part is shown always. */
        HIDING_DROPPED(true),
        /** A part has the id of another. */
        ID_DOUBLED,
        /** The form has another key; the one before stays in force beside it. */
        FORM_RENAMED(true);

        private final boolean mayBeMeant;

        Operator() {
            this(false);
        }

        Operator(boolean mayBeMeant) {
            this.mayBeMeant = mayBeMeant;
        }

        /** Whether what it makes may be another right model: another wish, and not always a slip. */
        public boolean mayBeMeant() {
            return mayBeMeant;
        }
    }

    /** Every slip of every kind in these files, one at a time. */
    public static List<Mutant> of(Collection<ModelFile> files) {
        return files.stream()
                .flatMap(file -> switch (file.kind()) {
                    case DIAGRAM -> DiagramMutants.of(file).stream();
                    case TABLE -> TableMutants.of(file).stream();
                    case FORM -> FormMutants.of(file).stream();
                    case OTHER -> throw new IllegalArgumentException(file.name());
                })
                // What a slip leaves as it was is none.
                .filter(mutant -> !files.contains(mutant.file()))
                .toList();
    }

    @Override
    public String toString() {
        return operator + " " + file.name() + " " + what;
    }
}
