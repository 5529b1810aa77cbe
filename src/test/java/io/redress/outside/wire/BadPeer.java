package io.redress.outside.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

/** The ways in which a peer gives no answer to rely on; each would last far longer than a test's deadline. */
public enum BadPeer {
    /** Headers at once, then a byte now and then. */
    DRIPS {
        @Override
        public ResponseDefinitionBuilder answering(String body) {
            return ok(body).withChunkedDribbleDelay(40, TOO_LONG);
        }
    },
    IS_SLOW {
        @Override
        public ResponseDefinitionBuilder answering(String body) {
            return ok(body).withFixedDelay(TOO_LONG);
        }
    },
    HANGS_UP {
        @Override
        public ResponseDefinitionBuilder answering(String body) {
            return aResponse().withFault(Fault.EMPTY_RESPONSE);
        }
    },
    RESETS {
        @Override
        public ResponseDefinitionBuilder answering(String body) {
            return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
        }
    },
    FAILS {
        @Override
        public ResponseDefinitionBuilder answering(String body) {
            return ok("{\"error\":{\"message\":\"Something went wrong\"}}").withStatus(500);
        }
    },
    IS_OVERLOADED {
        @Override
        public ResponseDefinitionBuilder answering(String body) {
            return ok("{\"error\":{\"message\":\"Too many requests\"}}").withStatus(429);
        }
    },
    IS_A_PROXY {
        @Override
        public ResponseDefinitionBuilder answering(String body) {
            return aResponse().withStatus(502).withBody("<html>Bad gateway</html>");
        }
    };

    private static final int TOO_LONG = 20_000;

    /** @param body what a good peer would answer */
    public abstract ResponseDefinitionBuilder answering(String body);

    private static ResponseDefinitionBuilder ok(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }
}
