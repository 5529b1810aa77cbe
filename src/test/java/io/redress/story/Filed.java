package io.redress.story;

import io.redress.answer.Registered;

/** A complaint that was registered, with the answer that its sender got. */
record Filed(Registered answer) {

    String caseNumber() {
        return answer.caseNumber();
    }

    String trackingUrl() {
        return answer.trackingUrl();
    }
}
