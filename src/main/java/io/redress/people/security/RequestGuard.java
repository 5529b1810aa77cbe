package io.redress.people.security;

import io.redress.core.http.Answers;
import io.redress.people.casedoor.CaseDoor;
import io.redress.people.guard.AllowedCalls;
import io.redress.people.guard.BodyReader;
import io.redress.people.guard.BufferedRequest;
import io.redress.people.guard.CallRule;
import io.redress.people.guard.EngineAnswer;
import io.redress.people.guard.EngineBounds;
import io.redress.people.guard.EngineCall;
import io.redress.people.guard.ExpressionRule;
import io.redress.people.guard.FormLabels;
import io.redress.people.guard.NoNullCharacters;
import io.redress.people.guard.RefusedCall;
import io.redress.people.login.TooManyTries;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter in front of both addresses of the engine's REST interface, {@code /engine-rest} and {@code /camunda/api}:
 * it checks first who may call what, then the rules for everybody, then which cases they may see, and then calls the
 * engine.
 */
public class RequestGuard extends OncePerRequestFilter {

    private final List<CallRule> rules;
    private final Answers answers;
    private final FormLabels labels;
    private final CaseDoor cases;

    public RequestGuard(List<CallRule> rules, Answers answers, FormLabels labels, CaseDoor cases) {
        this.rules = rules;
        this.answers = answers;
        this.labels = labels;
        this.cases = cases;
    }

    /** A call that may be made, as the engine is to read it. */
    private record Checked(EngineCall call, HttpServletRequest request) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var call = EngineCall.of(request);
        if (call.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var checked = check(call.get(), request);
            var answer = new EngineAnswer(response);
            cases.pass(checked.call(), checked.request(), answer, chain);
            answer.finish(request, call.get(), answers, labels);
        } catch (RefusedCall refused) {
            refuse(call.get(), refused, response);
        } catch (TooManyTries tooMany) {
            answers.later(response, tooMany.seconds(), tooMany.sentence());
        }
    }

    private void refuse(EngineCall call, RefusedCall refused, HttpServletResponse response) throws IOException {
        if (refused.status() != HttpStatus.BAD_REQUEST || refused.problems().isEmpty()) {
            answers.write(response, refused.status(), refused.getMessage(), refused.problems());
            return;
        }
        var named = labels.name(call, refused.problems());
        answers.write(
                response, refused.status(), named.ofForm() ? named.detail() : refused.getMessage(), named.problems());
    }

    private Checked check(EngineCall call, HttpServletRequest request) throws IOException {
        if (call.path().startsWith("/~admin/auth/user/")) {
            return new Checked(call, request);
        }
        if (!AllowedCalls.permit(call)) {
            throw RefusedCall.forbidden("Your groups may not do this");
        }
        ExpressionRule.checkQuery(request.getQueryString());
        NoNullCharacters.checkQuery(request.getQueryString());
        EngineBounds.checkQuery(request.getQueryString());
        var buffered = new BufferedRequest(request, BodyReader.limit(call));
        var complete = call.with(BodyReader.read(call, buffered));
        rules.forEach(rule -> rule.check(complete));
        return new Checked(complete, buffered);
    }
}
