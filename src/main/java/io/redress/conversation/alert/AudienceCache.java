package io.redress.conversation.alert;

import io.redress.complaint.file.CaseHead;
import io.redress.core.staff.People.Person;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cache of who is at work at one moment: where many cases are late together, the same few people are asked for
 * again and again.
 */
class AudienceCache {

    private final Audiences audiences;
    private final Instant now;
    private final Map<List<String>, List<Person>> told = new HashMap<>();
    private final Map<String, Instant> atWork = new HashMap<>();

    AudienceCache(Audiences audiences, Instant now) {
        this.audiences = audiences;
        this.now = now;
    }

    /** As {@link Audiences#of}. */
    List<Person> of(CaseHead file, String name) {
        return told.computeIfAbsent(
                Arrays.asList(name, file.owner(), file.team(), file.servingTeam()), asked -> audiences.of(file, name));
    }

    /** The first instant from now on at which the person is at work. */
    Instant atWork(String login) {
        return atWork.computeIfAbsent(login, asked -> audiences.atWork(login, now));
    }
}
