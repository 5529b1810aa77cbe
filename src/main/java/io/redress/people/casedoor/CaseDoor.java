package io.redress.people.casedoor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.complaint.file.CaseHead;
import io.redress.complaint.file.Complaints;
import io.redress.complaint.search.Sight;
import io.redress.complaint.timeline.CaseNumber;
import io.redress.core.staff.Groups;
import io.redress.people.guard.EngineCall;
import io.redress.people.guard.RefusedCall;
import io.redress.people.visibility.Visibility;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The check that keeps cases from those who must not see them, in front of the engine's REST interfaces. For somebody
 * who may see every case, only long lists are cut. For anybody else a hidden case does not exist: what belongs to it is
 * not found, lists are read in full, hidden rows removed and the requested part of the rest returned, numbers are
 * counted from what is left, and what only gives totals over cases is refused.
 */
@Component
public class CaseDoor {

    /** The most rows that a list hands on. */
    static final int LONGEST_LIST = 1_000;

    /** The most rows that are read to find those that somebody may see. */
    private static final int LONGEST_READ = 5_000;

    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Visibility visibility;
    private final Complaints complaints;
    private final EngineCases cases;

    CaseDoor(Visibility visibility, Complaints complaints, EngineCases cases) {
        this.visibility = visibility;
        this.complaints = complaints;
        this.cases = cases;
    }

    /**
     * Hands a call on to the engine, and its answer to the caller.
     *
     * @throws RefusedCall where the caller must not know what it is about
     */
    public void pass(EngineCall call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean nobody = call.isBy(Groups.SYSTEMS) || call.path().startsWith("/~admin/auth/user/");
        var sight = nobody ? null : visibility.of(call.user());
        if (sight == null || sight.isEverything()) {
            chain.doFilter(cut(call, request), response);
            return;
        }
        check(call, request, sight);
        var held = new ContentCachingResponseWrapper(response);
        // The engine itself gives nobody a task of a hidden case, and counts none.
        boolean tasks = CaseLists.isOfTasks(call.path());
        var counted = tasks ? Optional.<String>empty() : CaseLists.countedBy(call.path());
        // Somebody who is limited only by their teams finds few rows of other teams, so not all need to be read.
        boolean paged = tasks || sight.hidden().isEmpty() && counted.isEmpty();
        chain.doFilter(paged ? cut(call, request) : whole(call, request, counted), held);
        if (held.getStatus() < 300) {
            show(call, request, held, sight, counted.isPresent(), paged);
        }
        held.copyBodyToResponse();
    }

    /** The request, for no more rows than a list hands on. */
    private static HttpServletRequest cut(EngineCall call, HttpServletRequest request) {
        return !CaseLists.isList(call.path()) || wanted(request) <= LONGEST_LIST
                ? request
                : new RedirectedListRequest(
                        request, call.path(), call.path(), Map.of("maxResults", String.valueOf(LONGEST_LIST)), false);
    }

    private static HttpServletRequest whole(EngineCall call, HttpServletRequest request, Optional<String> counted) {
        if (counted.isEmpty() && !CaseLists.isList(call.path())) {
            return request;
        }
        Map<String, String> rows = new HashMap<>();
        rows.put("firstResult", "0");
        rows.put("maxResults", String.valueOf(LONGEST_READ));
        return new RedirectedListRequest(request, call.path(), counted.orElse(call.path()), rows, counted.isPresent());
    }

    private void check(EngineCall call, HttpServletRequest request, Sight sight) {
        if (CaseLists.isSum(call.path())
                || call.path().endsWith("/count")
                        && CaseLists.countedBy(call.path()).isEmpty()
                        && !CaseLists.isOfNoCase(call.path())) {
            throw RefusedCall.forbidden("What sums cases up is for those who may see all of them");
        }
        var named = CaseAnswer.namedIn(call.path());
        if (!isReading(call)) {
            named.addAll(CaseAnswer.namedIn(call.body().toString()));
            named.addAll(CaseAnswer.namedIn(request.getQueryString() == null ? "" : request.getQueryString()));
        }
        if (!hiddenAmong(named, sight).isEmpty()) {
            throw notFound();
        }
    }

    private static boolean isReading(EngineCall call) {
        return call.reads()
                || CaseLists.isList(call.path())
                || CaseLists.countedBy(call.path()).isPresent()
                || call.path().matches("/filter/[^/]+/singleResult");
    }

    private static RefusedCall notFound() {
        return new RefusedCall(HttpStatus.NOT_FOUND, "There is no such thing", List.of());
    }

    /** Those of some engine ids and case numbers that belong to cases which somebody must not see. */
    private Set<String> hiddenAmong(Set<String> named, Sight sight) {
        Map<String, CaseNumber> found = new HashMap<>();
        Set<String> ids = new HashSet<>(named);
        ids.removeIf(one -> {
            var number = CaseNumber.looksLike(one);
            if (number) {
                found.put(one, new CaseNumber(one));
            }
            return number;
        });
        found.putAll(cases.of(ids));
        Map<CaseNumber, CaseHead> heads = complaints.heads(new HashSet<>(found.values()));
        return found.entrySet().stream()
                .filter(one -> heads.containsKey(one.getValue()) && !sight.sees(heads.get(one.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void show(
            EngineCall call,
            HttpServletRequest request,
            ContentCachingResponseWrapper held,
            Sight sight,
            boolean counted,
            boolean paged)
            throws IOException {
        var type = held.getContentType();
        if (held.getContentSize() == 0) {
            return;
        }
        if (type == null || !type.contains("json")) {
            // Forms, diagrams and scripts depend on the address only, which was checked.
            if (CaseAnswer.namedIn(call.path()).isEmpty() && !CaseLists.isOfNoCase(call.path())) {
                held.reset();
                throw notFound();
            }
            return;
        }
        if (held.getContentSize() > LARGEST_ANSWER) {
            held.reset();
            throw RefusedCall.forbidden("The answer is too large; ask for less");
        }
        var answer = new CaseAnswer(JSON.readTree(held.getContentAsByteArray()), named -> hiddenAmong(named, sight));
        if (answer.isHidden()) {
            held.reset();
            if (call.path().endsWith("/singleResult")) {
                held.setStatus(HttpStatus.NO_CONTENT.value());
                return;
            }
            throw notFound();
        }
        var before = answer.tasks();
        var shown = answer.shown();
        if (paged && shown.path("count").isInt() && before > 0) {
            ((ObjectNode) shown).put("count", shown.path("count").asInt() - before + answer.tasks());
        }
        var sent = counted
                ? JSON.createObjectNode().put("count", shown.size())
                : CaseLists.isList(call.path()) && !paged ? part(shown, request) : shown;
        held.resetBuffer();
        held.getOutputStream().write(JSON.writeValueAsBytes(sent));
    }

    /** The part of a list that was asked for; in the web applications' own notation it tells the number of all too. */
    private static JsonNode part(JsonNode shown, HttpServletRequest request) {
        if (shown instanceof ArrayNode rows) {
            return cut(rows, request);
        }
        if (shown instanceof ObjectNode list && list.path("_embedded") instanceof ObjectNode embedded) {
            if (embedded.path("task") instanceof ArrayNode rows) {
                list.put("count", rows.size());
                var cut = cut(rows, request);
                embedded.set("task", cut);
                keepOnlyNamed(embedded, cut);
            } else {
                list.put("count", 0);
            }
        }
        return shown;
    }

    /** Assignees who have none of the tasks that are left are not named. */
    private static void keepOnlyNamed(ObjectNode embedded, ArrayNode rows) {
        Set<String> people = new HashSet<>();
        rows.forEach(row -> {
            people.add(row.path("assignee").asText());
            people.add(row.path("owner").asText());
        });
        if (embedded.path("assignee") instanceof ArrayNode assignees) {
            for (var each = assignees.elements(); each.hasNext(); ) {
                if (!people.contains(each.next().path("id").asText())) {
                    each.remove();
                }
            }
        }
    }

    private static ArrayNode cut(ArrayNode rows, HttpServletRequest request) {
        var cut = JSON.createArrayNode();
        var first = number(request, "firstResult", 0);
        var most = Math.min(LONGEST_LIST, wanted(request));
        for (long at = first; at < rows.size() && cut.size() < most; at++) {
            cut.add(rows.get((int) at));
        }
        return cut;
    }

    private static long wanted(HttpServletRequest request) {
        return number(request, "maxResults", Long.MAX_VALUE);
    }

    /** A value that is no number is left to the engine to refuse. */
    private static long number(HttpServletRequest request, String name, long otherwise) {
        try {
            var given = request.getParameter(name);
            return given == null ? otherwise : Math.max(0, Long.parseLong(given.strip()));
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }
}
