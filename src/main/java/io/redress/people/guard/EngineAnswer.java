package io.redress.people.guard;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.core.http.Answers;
import io.redress.engine.command.AnswerDetails;
import io.redress.engine.command.CallersFaults;
import io.redress.engine.command.Conflicts;
import io.redress.engine.command.FailedCalls;
import io.redress.engine.command.Refusals;
import io.redress.engine.command.TaskTaken;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * The engine's answer, of which errors are held back to be sent as problem documents. What the engine says stays in
 * them, because Modeler, Tasklist and Cockpit read it; a refusal of ours becomes a 400, whatever the engine made of it.
 */
public class EngineAnswer extends HttpServletResponseWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(EngineAnswer.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private ServletOutputStream stream;
    private PrintWriter writer;

    public EngineAnswer(HttpServletResponse response) {
        super(response);
    }

    private boolean isError() {
        return getStatus() >= 400;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!isError()) {
            return super.getOutputStream();
        }
        if (stream == null) {
            stream = new Held(held);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!isError()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(held, false, StandardCharsets.UTF_8);
        }
        return writer;
    }

    @Override
    public void setContentLength(int length) {
        if (!isError()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!isError()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isError()) {
            super.flushBuffer();
        }
    }

    /** Sends what was held back; does nothing for an answer that was no error or is on its way already. */
    public void finish(HttpServletRequest request, EngineCall call, Answers answers, FormLabels labels)
            throws IOException {
        if (!isError() || isCommitted()) {
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        var refusal = Refusals.of(request);
        var answer = (HttpServletResponse) getResponse();
        answer.resetBuffer();
        if (refusal.isPresent()) {
            var named = labels.name(call, refusal.get().problems());
            var status = refusal.get() instanceof TaskTaken ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
            LOG.info("Refused to {}: {} {}: {}", call.user(), call.method(), call.path(), oneLine(named.detail()));
            answers.write(answer, status, named.detail(), named.problems());
        } else if (Conflicts.sentence(request).isPresent()) {
            answers.write(
                    answer, HttpStatus.CONFLICT, Conflicts.sentence(request).get(), List.of());
        } else if (getStatus() >= 500 && FailedCalls.sentence(request).isPresent()) {
            answers.write(
                    answer,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    FailedCalls.sentence(request).get(),
                    List.of());
        } else if (getStatus() >= 500 && CallersFaults.of(request).isPresent()) {
            var fault = CallersFaults.of(request).get();
            answers.write(
                    answer,
                    fault.missing() ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
                    fault.sentence(),
                    List.of());
        } else {
            var resolved = HttpStatus.resolve(getStatus());
            var status = resolved == null ? HttpStatus.INTERNAL_SERVER_ERROR : resolved;
            var document = Answers.document(status, status.getReasonPhrase(), List.of());
            document.putAll(said());
            document.put("detail", document.get("message"));
            document.putAll(AnswerDetails.of(request));
            answers.write(answer, status, document);
        }
    }

    /** What people typed may be in it, and must not look like lines of the log. */
    private static String oneLine(String detail) {
        return detail.replaceAll("\\s+", " ");
    }

    /** What the engine said, empty if it was no JSON object. */
    private Map<String, Object> said() {
        try {
            return JSON.readValue(held.toByteArray(), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException notJson) {
            return Map.of();
        }
    }

    /** A servlet stream over bytes in memory. */
    private static final class Held extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        Held(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) {
            target.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            target.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Error answers are written at once");
        }
    }
}
