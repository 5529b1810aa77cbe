package io.redress.answer.engine;

/** Who may take a task, as the engine's own REST interface shows it: a person or a group. */
public record EngineIdentityLink(String userId, String groupId) {

    /** The person, or the group where no person is named. */
    public String candidate() {
        return userId == null ? groupId : userId;
    }
}
