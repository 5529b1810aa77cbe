package io.redress.people.security.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The one login form, for Camunda's applications and our pages alike. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String show() {
        return "login";
    }

    /** The same form after a login that was not checked, with the sentence that says when the next one is. */
    @RequestMapping("/login/later")
    String later() {
        return "login";
    }
}
