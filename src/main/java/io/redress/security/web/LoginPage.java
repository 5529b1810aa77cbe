package io.redress.security.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login form, for Camunda's applications and our pages alike. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String show() {
        return "login";
    }
}
