package io.redress.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Camunda Tasklist as the people at their desks use it. */
final class Tasklist {

    static final By FORM = By.cssSelector(".fjs-container");
    static final By CARDS = By.cssSelector("ol.tasks-list");
    static final By NOTICES = By.cssSelector(".page-notifications");

    private static final By COMPLETE = By.xpath("//button[normalize-space()='Complete']");

    private final Browser browser;

    private Tasklist(Browser browser) {
        this.browser = browser;
    }

    static Tasklist of(Browser browser, String baseUrl, String login) {
        Login.in(browser, baseUrl + "/camunda/app/tasklist/", login);
        browser.see(By.cssSelector(".task-filters, [cam-tasklist-filters]"));
        return new Tasklist(browser);
    }

    /** Tasklist, in which a task is open already. */
    static Tasklist shown(Browser browser) {
        browser.see(FORM);
        return new Tasklist(browser);
    }

    void filter(String name) {
        browser.click(
                By.xpath("//*[contains(@class, 'task-filters')]//a[contains(normalize-space(), \"" + name + "\")]"));
    }

    /** The card of a case, in the list that is open. */
    static By card(String caseNumber) {
        return By.xpath(cardOf(caseNumber));
    }

    void open(String caseNumber, String task) {
        browser.read(card(caseNumber), task);
        browser.click(By.xpath(cardOf(caseNumber) + "//h4//a"));
        browser.read(FORM, caseNumber);
    }

    void claim() {
        browser.click(By.xpath("//button[normalize-space()='Claim']"));
        browser.see(By.cssSelector(".assignee .unclaim, .assignee [ng-click*='unclaim']"));
    }

    /** Chooses one of the answers to a question. */
    void choose(String answer) {
        By radio = By.xpath("//label[normalize-space()='" + answer + "']/input[@type='radio']");
        browser.until("choose " + answer, () -> {
            // What opens or closes around it can push the answer away from under the hand.
            browser.click(radio);
            return browser.see(radio).isSelected() ? true : null;
        });
    }

    /** Picks an entry of a drop-down list that has not been used yet: form-js opens it for a field that gains the focus. */
    void pick(String label, String entry) {
        browser.click(By.xpath(field(label) + "//*[contains(@class, 'fjs-select-display')]"));
        browser.click(By.xpath("//*[contains(@class, 'fjs-dropdownlist-item') and normalize-space()='" + entry + "']"));
    }

    void tick(String label) {
        browser.click(By.xpath("//label[contains(normalize-space(), '" + label + "')]/input[@type='checkbox']"));
    }

    void fill(String label, String words) {
        browser.type(By.xpath(field(label) + "//*[self::input or self::textarea]"), words);
    }

    /** Adds to what stands in a field. */
    void typeOn(String label, String words) {
        browser.see(By.xpath(field(label) + "//*[self::input or self::textarea]"))
                .sendKeys(words);
    }

    String valueOf(String label) {
        return browser.see(By.xpath(field(label) + "//*[self::input or self::textarea]"))
                .getDomProperty("value");
    }

    boolean asks(String label) {
        return browser.sees(By.xpath(field(label)));
    }

    void complete() {
        browser.until("press Complete", () -> {
            WebElement button = browser.see(COMPLETE);
            if (!button.isEnabled()) {
                return null;
            }
            button.click();
            return true;
        });
    }

    /** Puts away what Tasklist says over the foot of the form. */
    void closeNotices() {
        browser.click(By.cssSelector(".page-notifications button.close"));
        browser.until(
                "see the notices go",
                () -> browser.sees(By.cssSelector(".page-notifications button.close")) ? null : true);
    }

    private static String cardOf(String caseNumber) {
        return "//li[contains(@class, 'task') and .//*[normalize-space()='" + caseNumber + "']]";
    }

    private static String field(String label) {
        return "//*[contains(@class, 'fjs-form-field')][./label[starts-with(normalize-space(), \"" + label + "\")]]";
    }
}
