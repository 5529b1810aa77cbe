package io.redress.drill;

/** The moments around a provider's call at which a node can be struck. */
enum Moment {
    BEFORE_ROW("before the ledger's row is committed"),
    AFTER_ROW("row committed, request not yet sent"),
    ANSWER_UNDER_WAY("done outside, the answer under way"),
    AFTER_ANSWER("the answer here, not yet committed"),
    AFTER_COMMIT("result committed, the job not ended");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
