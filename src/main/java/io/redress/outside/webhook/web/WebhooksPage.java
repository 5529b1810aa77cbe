package io.redress.outside.webhook.web;

import io.redress.core.text.PageFormat;
import io.redress.outside.webhook.Webhooks;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page on which managers see what has left to webhooks, and send an event once more. */
@Hidden
@Controller
@RequestMapping("/webhooks")
class WebhooksPage {

    private static final int MOST_SHOWN = 100;

    private final Webhooks webhooks;
    private final ZoneId zone;

    WebhooksPage(Webhooks webhooks, @Value("${redress.zone}") ZoneId zone) {
        this.webhooks = webhooks;
        this.zone = zone;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String caseNumber,
            @RequestParam(required = false) String waiting) {
        String of = caseNumber == null || caseNumber.isBlank() ? null : caseNumber.strip();
        ModelAndView page = new ModelAndView("webhooks");
        page.addObject("all", webhooks.all());
        page.addObject("shown", name);
        page.addObject("caseNumber", of);
        page.addObject("waiting", "true".equals(waiting));
        page.addObject(
                "deliveries",
                name == null ? List.of() : webhooks.deliveries(name, of, "true".equals(waiting), MOST_SHOWN));
        page.addObject("say", new PageFormat(zone));
        return page;
    }

    @PostMapping
    ModelAndView replay(@RequestParam String name, @RequestParam UUID id, Principal manager) {
        if (!webhooks.replay(name, id, manager.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ModelAndView back = new ModelAndView("redirect:/webhooks");
        back.addObject("name", name);
        return back;
    }
}
