package io.redress.people.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A parser for bodies, as strict as can be, so that the guard and the engine cannot see two different things in one.
 */
public final class BodyReader {

    private static final int LARGEST = 1024 * 1024;
    private static final int LARGEST_DEPLOYMENT = 10 * LARGEST;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BodyReader() {}

    public static int limit(EngineCall call) {
        return isDeployment(call) ? LARGEST_DEPLOYMENT : LARGEST;
    }

    /** The body as JSON; missing where there is none, or where the call carries files instead. */
    public static JsonNode read(EngineCall call, BufferedRequest request) throws IOException {
        if (request.body().length == 0) {
            return MissingNode.getInstance();
        }
        var type = mediaType(request);
        if (isDeployment(call) && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            EngineBounds.checkDeployment(request.body());
            return MissingNode.getInstance();
        }
        if (!MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
            throw new RefusedCall(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json", List.of());
        }
        return parse(request.body());
    }

    private static JsonNode parse(byte[] body) throws IOException {
        EngineBounds.checkBody(body);
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            var where = malformed.getLocation();
            throw RefusedCall.badField(
                    "body",
                    where == null
                            ? "is not valid JSON"
                            : "is not valid JSON at line %d, column %d"
                                    .formatted(where.getLineNr(), where.getColumnNr()));
        }
    }

    private static MediaType mediaType(HttpServletRequest request) {
        try {
            var type = request.getContentType();
            return type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException malformed) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static boolean isDeployment(EngineCall call) {
        return call.path().equals("/deployment/create");
    }
}
