package io.redress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.people.security.Client;
import io.redress.sandbox.SandboxDriver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages open for everybody, however many people load them at the same moment. */
@BrowserTest
class PagesAtOnceBrowserTest {

    private static final int LOADS = 4;

    @Autowired
    private SandboxDriver world;

    @Test
    void tasklistOpensWhileNineOthersLoadPages(Browser browser) throws Exception {
        Tasklist.of(browser, world.baseUrl(), "handler");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService people = Executors.newFixedThreadPool(9);
        try {
            List<Future<?>> others = Stream.of(
                            "handler", "handler2", "li", "lead", "lead2", "manager", "handler", "handler2", "lead")
                    .map(login -> Client.browser(world.baseUrl(), login))
                    .<Future<?>>map(other -> CompletableFuture.runAsync(
                            () -> {
                                while (!over.get()) {
                                    other.get("/camunda/app/tasklist/default/");
                                }
                            },
                            people))
                    .toList();
            for (int load = 0; load < LOADS; load++) {
                browser.go(world.baseUrl() + "/camunda/app/tasklist/default/?load=" + load);
                browser.see(By.cssSelector(".task-filters, [cam-tasklist-filters]"));
            }
            over.set(true);
            for (Future<?> other : others) {
                other.get();
            }
        } finally {
            over.set(true);
            people.shutdownNow();
        }
    }

    @Test
    void noPolicyRefusesAnythingOnOurOwnPages(Browser browser) {
        Login.in(browser, world.baseUrl() + "/teams", "manager");
        browser.read(By.tagName("h1"), "Teams");
        browser.complaints();
        Stream.of(
                        "/teams",
                        "/stop-switch",
                        "/imports",
                        "/promises",
                        "/letter-samples",
                        "/safety-register",
                        "/swagger-ui/index.html",
                        "/camunda/app/welcome/default/",
                        "/camunda/app/cockpit/default/",
                        "/camunda/app/tasklist/default/")
                .forEach(page -> {
                    browser.go(world.baseUrl() + page);
                    browser.see(By.cssSelector("h1, h2, .app-splash, [cam-widget-header]"));
                    assertThat(browser.complaints())
                            .as(page)
                            .noneMatch(said -> said.contains("Content Security Policy"));
                });
    }
}
