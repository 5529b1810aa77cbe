package io.redress.insight.register.web;

import io.redress.core.input.RefusedInput;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which leads and managers see how promises are kept; {@code security} says who may open it. */
@Hidden
@Controller
@RequestMapping("/promises")
class RegisterPage {

    private final RegisterViews views;

    RegisterPage(RegisterViews views) {
        this.views = views;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        try {
            return page(views.of(from, to), null, HttpStatus.OK);
        } catch (RefusedInput refused) {
            String problem = refused.problems().get(0).message();
            return page(views.of(null, null), problem, HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping(path = "/register.csv")
    ResponseEntity<String> file(
            @RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        return RegisterFile.of(views.of(from, to));
    }

    private static ModelAndView page(RegisterView register, String problem, HttpStatus status) {
        ModelAndView page = new ModelAndView("promises");
        page.setStatus(status);
        page.addObject("register", register);
        page.addObject("months", RegisterBars.of(register));
        page.addObject("problem", problem);
        return page;
    }
}
