package io.redress.engine.table;

import io.redress.engine.record.CaseAtHand;
import io.redress.engine.record.Evaluation;
import io.redress.engine.record.EvaluationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The evaluations of tables on their way to those who keep them. */
@Component
public class Evaluations {

    private static final ThreadLocal<List<Evaluation>> ASIDE = new ThreadLocal<>();

    private final ObjectProvider<EvaluationListener> listeners;

    Evaluations(ObjectProvider<EvaluationListener> listeners) {
        this.listeners = listeners;
    }

    /** Passes on what the case at hand was decided by; without one, nobody keeps it. */
    void happened(Evaluation evaluation) {
        List<Evaluation> aside = ASIDE.get();
        if (aside == null) {
            CaseAtHand.now().ifPresent(at -> tell(at, evaluation));
        } else {
            aside.add(evaluation);
        }
    }

    void tell(CaseAtHand at, Evaluation evaluation) {
        listeners.forEach(listener -> listener.evaluated(at, evaluation));
    }

    /** An answer together with what it was made of; nothing is passed on. */
    static <A> Apart<A> apart(Supplier<A> question) {
        List<Evaluation> outer = ASIDE.get();
        List<Evaluation> evaluated = new ArrayList<>();
        ASIDE.set(evaluated);
        try {
            return new Apart<>(question.get(), List.copyOf(evaluated));
        } finally {
            if (outer == null) {
                ASIDE.remove();
            } else {
                ASIDE.set(outer);
            }
        }
    }

    record Apart<A>(A answer, List<Evaluation> evaluations) {}
}
