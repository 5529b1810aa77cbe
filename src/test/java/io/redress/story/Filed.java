package io.redress.story;

import com.fasterxml.jackson.databind.JsonNode;

/** A complaint that was registered: its number, and the answer its sender got. */
record Filed(String caseNumber, JsonNode answer) {

    String trackingUrl() {
        return answer.path("trackingUrl").asText();
    }
}
