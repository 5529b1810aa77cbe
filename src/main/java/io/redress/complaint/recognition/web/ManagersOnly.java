package io.redress.complaint.recognition.web;

import io.redress.core.staff.Groups;
import io.redress.core.staff.People;
import java.security.Principal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The check that only managers use the API of the lexicon. */
@Component
class ManagersOnly {

    private final People people;

    ManagersOnly(People people) {
        this.people = people;
    }

    /** @throws AccessDeniedException for everybody else */
    void require(Principal person) {
        if (!people.groupsOf(person.getName()).contains(Groups.MANAGERS)) {
            throw new AccessDeniedException("Only managers read and change what is recognised.");
        }
    }
}
