package io.redress.people.security.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.redress.complaint.file.RefusedTransition;
import io.redress.complaint.file.Status;
import io.redress.complaint.timeline.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a case refuses is no failure of ours: the caller hears why. */
class ProblemAdviceTest {

    private final MockMvc doors = MockMvcBuilders.standaloneSetup(new Reopen())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    /** No operation of the API moves a case so far by itself; the engine's steps do. */
    @RestController
    static class Reopen {

        @GetMapping("/direct")
        void direct() {
            throw refused();
        }

        @GetMapping("/wrapped")
        void wrapped() {
            throw new IllegalStateException("The step failed", refused());
        }

        private static RefusedTransition refused() {
            return new RefusedTransition(CaseNumber.of(2026, 1), Status.RECEIVED, Status.WAITING_FOR_FOLLOW_UP);
        }
    }

    @Test
    void aStepThatACaseCannotTakeIsAConflictWithItsSentence() throws Exception {
        for (String door : new String[] {"/direct", "/wrapped"}) {
            doors.perform(get(door))
                    .andExpect(status().isConflict())
                    .andExpect(
                            jsonPath("$.detail")
                                    .value(
                                            "Case C-2026-000001 is received and cannot become waiting for follow up from there."));
        }
    }
}
