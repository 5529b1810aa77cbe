package io.redress.core.staff;

import java.util.List;
import java.util.Optional;

/** The staff as all other modules see them: who they are, what groups they belong to, who acts right now. */
public interface People {

    /** A member of staff or a connected system; {@code email} is null where none is recorded. */
    record Person(String id, String displayName, String email) {}

    /** The person with this login, empty if there is none. */
    Optional<Person> find(String id);

    /** The members of a group ({@code handlers}, {@code leads}, {@code managers}, {@code systems}), ordered by id. */
    List<Person> group(String name);

    /** Everybody who works here, whatever group they are in, ordered by id; no connected systems. */
    default List<Person> staff() {
        return Groups.PEOPLE.stream()
                .flatMap(group -> group(group).stream())
                .distinct()
                .toList();
    }

    /** The ids of the groups somebody belongs to; empty for an unknown login. */
    List<String> groupsOf(String id);

    /** Who acts in this request or task command; null in background jobs and on the customer's own pages. */
    String currentUserId();
}
