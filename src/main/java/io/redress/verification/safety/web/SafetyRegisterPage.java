package io.redress.verification.safety.web;

import io.redress.core.input.RefusedInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which leads and managers read the safety register; {@code security} says who may open it. */
@Hidden
@Controller
@RequestMapping("/safety-register")
class SafetyRegisterPage {

    private final SafetyViews views;

    SafetyRegisterPage(SafetyViews views) {
        this.views = views;
    }

    @GetMapping
    ModelAndView show(@RequestParam Map<String, String> asked, Principal reader) {
        try {
            return page(asked, views.of(asked, reader.getName()), null, HttpStatus.OK);
        } catch (RefusedInput refused) {
            String problem = refused.problems().get(0).message();
            return page(Map.of(), views.of(Map.of(), reader.getName()), problem, HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping(path = "/register.csv")
    ResponseEntity<String> file(@RequestParam Map<String, String> asked, Principal reader) {
        return SafetyFile.of(views.of(asked, reader.getName()));
    }

    private static ModelAndView page(
            Map<String, String> asked, SafetyView register, String problem, HttpStatus status) {
        ModelAndView page = new ModelAndView("safety-register");
        page.setStatus(status);
        page.addObject("rows", register.items());
        page.addObject("from", asked.get("from"));
        page.addObject("to", asked.get("to"));
        page.addObject("problem", problem);
        return page;
    }
}
