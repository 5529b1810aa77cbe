package io.redress.engine.table;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * FEEL that is parsed once, and knows its functions once. The engine's own interpreter parses every condition of every
 * row anew whenever a table is asked, and makes a new book of all built-in functions for each of them; both take several
 * times as long as answering. What is kept depends on the text alone, so that a table of another version finds its own.
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
            return new PreparedOnce(super.buildFeelEngine(functions, values));
        }
    }

    // Old as they are, it is by these two that tables are parsed.
    @SuppressWarnings("deprecation")
    private static final class PreparedOnce extends org.camunda.feel.FeelEngine {

        /** More than all shipped tables have together, a few times over. */
        private static final int MOST = 20_000;

        private final LoadingCache<String, Either<Failure, ParsedExpression>> expressions =
                Caffeine.newBuilder().maximumSize(MOST).build(super::parseExpression);
        private final LoadingCache<String, Either<Failure, ParsedExpression>> conditions =
                Caffeine.newBuilder().maximumSize(MOST).build(super::parseUnaryTests);

        private final FunctionProvider functions;
        private final FeelInterpreter interpreter;

        PreparedOnce(org.camunda.feel.FeelEngine like) {
            super(like.functionProvider(), like.valueMapper(), like.configuration(), like.clock());
            FunctionProvider builtIn = new BuiltinFunctions(clock(), valueMapper());
            functions = new CompositeFunctionProvider(CollectionConverters.asScala(List.of(builtIn, functionProvider()))
                    .toList());
            interpreter = new FeelInterpreter(valueMapper());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.get(text);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return conditions.get(text);
        }

        /** What is no plain answer is left to the engine, which has words for it. */
        @Override
        public EvaluationResult evaluate(ParsedExpression expression, Context facts) {
            return plainly(expression, facts).orElseGet(() -> super.evaluate(expression, facts));
        }

        private Optional<EvaluationResult> plainly(ParsedExpression expression, Context facts) {
            EvalContext context = EvalContext.create(valueMapper(), functions).merge(facts);
            Val answer;
            try {
                answer = interpreter.eval(expression.expression(), context);
            } catch (RuntimeException fatal) {
                return Optional.empty();
            }
            var failures = context.failureCollector().failures();
            return answer instanceof ValError
                            || answer instanceof ValFatalError
                            || CollectionConverters.asJava(failures).stream().anyMatch(PreparedOnce::isAssertion)
                    ? Optional.empty()
                    : Optional.of(new SuccessfulEvaluationResult(valueMapper().unpackVal(answer), failures));
        }

        private static boolean isAssertion(EvaluationFailure failure) {
            return failure.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$;
        }
    }
}
