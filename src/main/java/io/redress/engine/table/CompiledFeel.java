package io.redress.engine.table;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * FEEL that is parsed once. The engine's own interpreter parses every condition of every row anew whenever a table is
 * asked, which takes several times as long as answering. What is kept depends on the text alone, so that a table of
 * another version finds its own.
 */
public final class CompiledFeel implements FeelEngineFactory {

    @Override
    public FeelEngine createInstance() {
        return new Interpreter();
    }

    private static final class Interpreter extends ScalaFeelEngine {

        Interpreter() {
            super(List.of());
        }

        @Override
        public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
            return super.evaluateSimpleExpression(text, AskedFacts.noting(variables, null));
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String text, String cell, VariableContext variables) {
            return super.evaluateSimpleUnaryTests(text, cell, AskedFacts.noting(variables, cell));
        }

        @Override
        protected org.camunda.feel.FeelEngine buildFeelEngine(
                CustomFunctionTransformer functions, CompositeValueMapper values) {
            return new ParsingOnce(super.buildFeelEngine(functions, values));
        }
    }

    // Old as they are, it is by these two that tables are parsed.
    @SuppressWarnings("deprecation")
    private static final class ParsingOnce extends org.camunda.feel.FeelEngine {

        /** More than all shipped tables have together, a few times over. */
        private static final int MOST = 20_000;

        private final LoadingCache<String, Either<Failure, ParsedExpression>> expressions =
                Caffeine.newBuilder().maximumSize(MOST).build(super::parseExpression);
        private final LoadingCache<String, Either<Failure, ParsedExpression>> conditions =
                Caffeine.newBuilder().maximumSize(MOST).build(super::parseUnaryTests);

        ParsingOnce(org.camunda.feel.FeelEngine like) {
            super(like.functionProvider(), like.valueMapper(), like.configuration(), like.clock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.get(text);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return conditions.get(text);
        }
    }
}
