package careless.first.room.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An operation of which nobody said who may call it. */
@RestController
public class ForgottenController {

    @GetMapping("/api/forgotten")
    String forgotten() {
        return "Anybody reads this";
    }
}
