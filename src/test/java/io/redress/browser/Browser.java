package io.redress.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/** A person's window: looks until it sees, and acts on what can be seen. */
final class Browser {

    /** Chromium makes no window narrower than this; narrower ones are phones. */
    static final int NARROWEST_WINDOW = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CENTRE = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    static Browser open(int width, int height) {
        var profile = Chromium.freshProfile();
        return new Browser(Chromium.open(profile, width, height), profile);
    }

    void go(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** The first visible element; waits for it. */
    WebElement see(By what) {
        return until("see " + what, () -> driver.findElements(what).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    boolean sees(By what) {
        return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
    }

    List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    /** Waits until some words can be read on the page, or within the elements that are meant. */
    void read(By where, String words) {
        until("read '" + words + "' in " + where, () -> see(where).getText().contains(words) ? true : null);
    }

    String text(By where) {
        return until("text of " + where, () -> see(where).getText());
    }

    void click(By what) {
        until("click " + what, () -> {
            var element = see(what);
            driver.executeScript(CENTRE, element);
            element.click();
            return true;
        });
    }

    void type(By field, String words) {
        until("type into " + field, () -> {
            var element = see(field);
            driver.executeScript(CENTRE, element);
            element.clear();
            element.sendKeys(words);
            return true;
        });
    }

    /** Presses a key in whatever has the focus. */
    void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    /** What the browser has complained of since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /**
     * What a script of the page answers, as JSON.
     *
     * @param question an expression that may be a promise, in which {@code asked} are the arguments
     */
    String ask(String question, Object... asked) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        Object answer = driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; const asked = [...arguments].slice(0, -1);"
                        + "Promise.resolve().then(() => " + question + ").then("
                        + "answer => done(JSON.stringify(answer)), failed => done('!' + (failed.stack ?? failed)));",
                asked);
        String text = String.valueOf(answer);
        if (text.startsWith("!")) {
            throw new AssertionError(text.substring(1));
        }
        return text;
    }

    /** Whether the page is wider than the window, so that one would have to scroll sideways. */
    boolean scrollsSideways() {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth"));
    }

    void picture(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the page first: what it still asks for would bring a cookie back. */
    void forgetLogin() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tries again while the page is still changing under the hand. */
    <T> T until(String what, Supplier<T> condition) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100))
                .ignoring(WebDriverException.class)
                .withMessage(() -> what + " at " + driver.getCurrentUrl())
                .until(now -> condition.get());
    }
}
